import { z } from 'zod';
import { Currency } from '#shared/money.ts';

/** What to do with a row that is there already. */
export const policies = ['skip', 'update', 'create'] as const;
export type Policy = (typeof policies)[number];

export const missingKinds = ['account', 'product', 'owner'] as const;
export type MissingKind = (typeof missingKinds)[number];

export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];

const key = z.string().max(80);
const cell = z.string().max(2000);

/** How a file is to be imported: made by guessing, corrected by a person. */
export const ImportPlan = z.object({
  targets: z
    .array(key.nullable())
    .max(200)
    .meta({ description: "For each column of the file the target's key, or null to leave it out" }),
  units: z
    .record(z.string().max(4), z.literal('wan'))
    .default({})
    .meta({ description: 'Column number → its money is in 万元' }),
  constants: z.record(key, cell).default({}).meta({ description: 'Target → the same value for every row' }),
  values: z
    .record(key, z.record(cell, cell))
    .default({})
    .meta({ description: 'Target → what stands in the file → what is meant. Stages: open:<stage>, won, lost, parked' }),
  policy: z.enum(policies).default('skip'),
  createMissing: z.array(z.enum(missingKinds)).default([]),
  dayOrder: z.enum(dayOrders).default('ymd'),
  playbookId: z.string().max(60).default('six-step'),
  currency: Currency.default('CNY'),
  zeroIsUnknown: z
    .boolean()
    .default(true)
    .meta({ description: 'An amount of 0 on a lost deal means that nobody wrote it down' }),
});
export type ImportPlan = z.infer<typeof ImportPlan>;
