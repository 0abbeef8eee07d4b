import type { FormInstance } from 'antd';
import { issuesOf } from '#ui/refused.tsx';

/**
 * Marks the fields that the server found at fault, and takes the reader to the first one. Answers whether it could:
 * otherwise show the error in a RefusalAlert. `at` translates a path of the input into a field name of the form.
 */
export function applyIssues<Values>(
  form: FormInstance<Values>,
  error: unknown,
  at: (path: (string | number)[]) => (string | number)[] = (path) => path,
): boolean {
  const issues = issuesOf(error).map((issue) => ({ name: at(issue.path), message: issue.message }));
  const first = issues[0];
  if (!first) return false;
  const fields = new Map<string, { name: (string | number)[]; errors: string[] }>();
  for (const { name, message } of issues) {
    const field = fields.get(name.join('.')) ?? { name, errors: [] };
    field.errors.push(message);
    fields.set(name.join('.'), field);
  }
  form.setFields([...fields.values()] as Parameters<typeof form.setFields>[0]);
  form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true, block: 'center' });
  return true;
}
