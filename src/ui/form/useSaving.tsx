import { useState } from 'react';
import type { FormInstance } from 'antd';
import { issuesOf } from '#ui/refused.tsx';

/**
 * Sends what a form holds, once at a time. What the server finds at fault with its fields stands beside them; what else is in
 * the way is `error`, for a RefusalAlert. `saving` answers what was thrown, undefined when nothing was.
 */
export function useSaving<Values>(form: FormInstance<Values>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const saving = async (send: () => Promise<void>): Promise<unknown> => {
    setBusy(true);
    setError(undefined);
    let refused: unknown;
    try {
      await send();
    } catch (thrown) {
      refused = thrown;
      setError(markFields(form, thrown) ? undefined : thrown);
    }
    setBusy(false);
    return refused;
  };
  return { busy, error, saving };
}

/** Takes the reader to the first field at fault. @returns whether there is one */
function markFields<Values>(form: FormInstance<Values>, error: unknown): boolean {
  const fields = new Map<string, { name: (string | number)[]; errors: string[] }>();
  for (const { path, message } of issuesOf(error)) {
    const field = fields.get(path.join('.')) ?? { name: path, errors: [] };
    field.errors.push(message);
    fields.set(path.join('.'), field);
  }
  const [first] = fields.values();
  if (!first) return false;
  form.setFields([...fields.values()] as Parameters<typeof form.setFields>[0]);
  form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true, block: 'center' });
  return true;
}
