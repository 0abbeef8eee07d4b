import { z } from 'zod';
import { ImportPlan } from '#imports/import-plan.ts';
import type { Layout } from '#imports/import-record.ts';
import { inBoth } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';

/** A plan as a person edits it: columns by their header. All else as in ImportPlan; what is left out stays as guessed. */
const PlanFile = z.strictObject({
  ...ImportPlan.partial().shape,
  columns: z.record(z.string(), z.string().max(80).nullable()).optional(),
});

/** The plan as text to edit. Headers that repeat leave only the order of the columns to tell them apart. */
export function planText(plan: ImportPlan, { columns }: Pick<Layout, 'columns'>): string {
  const { targets, ...more } = plan;
  const headers = columns.map(({ header }) => header);
  const told =
    new Set(headers).size === headers.length
      ? { columns: Object.fromEntries(headers.map((header, at) => [header, targets[at] ?? null])) }
      : { targets };
  return `${JSON.stringify({ ...told, ...more }, null, 2)}\n`;
}

/** The guessed plan with what the file says; all faults at once. */
export function plannedBy(text: string, guessed: ImportPlan, { columns }: Pick<Layout, 'columns'>) {
  const parsed = PlanFile.safeParse(jsonOf(text));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
    return refuse('input.invalid', { issues });
  }
  // A default stands for what the file leaves out: only what it names counts.
  const named = Object.keys(jsonOf(text) as object);
  const said = Object.fromEntries(Object.entries(parsed.data).filter(([key]) => named.includes(key)));
  const { columns: byHeader = {}, ...plan } = said as Partial<ImportPlan> & { columns?: { [header: string]: string } };
  const headers = columns.map(({ header }) => header);
  const strangers = Object.keys(byHeader).filter((header) => !headers.includes(header));
  if (strangers.length > 0) {
    const issues = strangers.map((header) => ({ path: ['columns', header], message: inBoth(noSuchColumn) }));
    return refuse('input.invalid', { issues });
  }
  const targets = (plan.targets ?? guessed.targets).map((target, at) => {
    const header = headers[at] ?? '';
    return header in byHeader ? (byHeader[header] ?? null) : target;
  });
  return { ...guessed, ...plan, targets } satisfies ImportPlan;
}

const noSuchColumn = { zh: '文件中没有这一列', en: 'The file has no such column' };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
