import { z } from 'zod';
import { Id } from '#shared/id.ts';

/** What every merge is asked: both records at the versions the reader saw, and whose values are kept. */
export const Merge = z.object({
  id: Id,
  version: z.int(),
  loserId: Id,
  loserVersion: z.int(),
  choose: z
    .record(z.string().max(80), z.enum(['winner', 'loser']))
    .default({})
    .meta({ description: "Field → whose value is kept; the winner's by default, the loser's where it has none" }),
});
export type Merge = z.infer<typeof Merge>;
