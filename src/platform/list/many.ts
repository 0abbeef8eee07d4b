import { z } from 'zod';
import { Id } from '#shared/id.ts';

/** How many records one act takes: what a reader selects, not an import. */
export const mostAtOnce = 1_000;

/** Chosen records at the versions that the reader saw, each with what it is to become. */
export function manyOf<S extends z.ZodRawShape>(each: S) {
  const row = z.object({ id: Id, version: z.int(), ...each });
  return z.object({ rows: z.array(row).min(1).max(mostAtOnce) });
}

/** Why some were left as they are: how many for each reason. Missing and invisible are one. */
export const Left = z.object({ notFound: z.int(), changed: z.int(), notYours: z.int() });
export type Left = z.infer<typeof Left>;

/** What an act on many did. Sent back with the former values and these versions, it is undone. */
export const ManyDone = z.object({
  done: z.array(z.object({ id: Id, version: z.int() })),
  left: Left,
  undoable: z.boolean().meta({ description: 'The actor still sees and may change all that was done' }),
});
export type ManyDone = z.infer<typeof ManyDone>;

/** Only these, as exports of chosen rows ask. */
export const Ids = z.array(Id).max(mostAtOnce).optional();

type Versioned = { id: string; version: number };

/** Of the asked records those that may be changed, and why not the others. Asked twice is asked once. */
export function sortOut<A extends Versioned, R extends Versioned>(
  asked: readonly A[],
  loaded: readonly R[],
  may: (row: R) => boolean,
): { chosen: { asked: A; row: R }[]; left: Left } {
  const byId = new Map(loaded.map((row) => [row.id, row]));
  const left: Left = { notFound: 0, changed: 0, notYours: 0 };
  const chosen: { asked: A; row: R }[] = [];
  for (const one of new Map(asked.toReversed().map((each) => [each.id, each])).values()) {
    const row = byId.get(one.id);
    if (!row) left.notFound++;
    else if (!may(row)) left.notYours++;
    else if (row.version !== one.version) left.changed++;
    else chosen.push({ asked: one, row });
  }
  return { chosen, left };
}
