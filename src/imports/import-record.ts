import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { importNouns } from '#imports/import-noun.ts';
import { ImportPlan } from '#imports/import-plan.ts';
import { leftOutKinds } from '#platform/import-export/vcard/left-out.ts';
import { quirkKinds } from '#imports/import-quirk.ts';
import { targetKinds } from '#imports/import-noun.ts';

export const importStates = [
  'uploading',
  'mapping',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What was found in the file. */
export const Layout = z.object({
  kind: z.enum(['csv', 'xlsx', 'vcard']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.int().nullable(),
  sheets: z.array(z.string()),
  cut: z.boolean().meta({ description: 'The file ends in the middle of a character' }),
  rows: z.int().meta({ description: 'Rows below the header' }),
  columns: z.array(
    z.object({
      header: z.string(),
      filled: z.int(),
      values: z
        .array(z.object({ text: z.string(), rows: z.int() }))
        .nullable()
        .meta({ description: 'Different values and how often they stand there, when there are few' }),
    }),
  ),
  preview: z.array(z.array(z.string())),
  leftOut: z
    .array(z.object({ kind: z.enum(leftOutKinds), rows: z.int() }))
    .optional()
    .meta({ description: 'What cards say that is not taken over (birthdays, home addresses …), and on how many' }),
});
export type Layout = z.infer<typeof Layout>;

export const Counts = z.object({
  created: z.int(),
  updated: z.int(),
  skipped: z.int().meta({ description: 'There already, and left as they were' }),
  faulty: z.int(),
  accounts: z.int().meta({ description: 'Missing accounts created on the way' }),
  products: z.int(),
  owners: z.int().meta({ description: 'Colleagues created on the way' }),
  // Imports of before count none.
  teams: z.int().default(0),
});
export type Counts = z.infer<typeof Counts>;
export const noCounts: Counts = {
  created: 0,
  updated: 0,
  skipped: 0,
  faulty: 0,
  accounts: 0,
  products: 0,
  owners: 0,
  teams: 0,
};

export const QuirkView = z.object({
  kind: z.enum(quirkKinds),
  target: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
  rows: z.int(),
  first: z.array(z.int()),
});

export const Report = z.object({ counts: Counts, quirks: z.array(QuirkView) });
export type Report = z.infer<typeof Report>;

export const Undone = z.object({
  removed: z.int(),
  restored: z.int(),
  kept: z.int().meta({ description: 'Touched since, and left as they are' }),
  keptRecords: z.array(z.object({ noun: z.string(), id: Id, name: z.string() })),
});
export type Undone = z.infer<typeof Undone>;

/** A line of the list of imports. */
export const ImportRow = z.object({
  id: Id,
  noun: z.enum(importNouns),
  fileName: z.string(),
  bytes: z.int(),
  state: z.enum(importStates),
  outcome: Counts,
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  undone: Undone.nullable(),
  failure: z.string().nullable(),
  createdBy: Id,
  createdByName: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const TargetView = z.object({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  kind: z.enum(targetKinds),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
});
export type TargetView = z.infer<typeof TargetView>;

/** All that the wizard shows of an import. */
export const Import = ImportRow.extend({
  layout: Layout.nullable(),
  plan: ImportPlan.nullable(),
  report: Report.nullable(),
  targets: z.array(TargetView),
  playbooks: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  may: z.object({ createOwners: z.boolean() }),
});
export type Import = z.infer<typeof Import>;

export const Fault = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  issues: z.array(z.object({ target: z.string(), message: z.string() })),
});
export type Fault = z.infer<typeof Fault>;

/** What a person may do with an import now. */
export function mayDo(state: ImportState, act: 'read' | 'plan' | 'run' | 'cancel' | 'undo' | 'discard'): boolean {
  const allowed: { [act: string]: readonly ImportState[] } = {
    read: ['uploading', 'mapping', 'checked'],
    plan: ['mapping', 'checked'],
    // Stopped or broken off, it goes on where it was.
    run: ['checked', 'cancelled', 'failed'],
    cancel: ['checking', 'running'],
    undo: ['done', 'cancelled', 'failed'],
    // Nothing was written yet, so nothing is lost but the file.
    discard: ['uploading', 'mapping', 'checked'],
  };
  return allowed[act]!.includes(state);
}
