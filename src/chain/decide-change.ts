import { z } from 'zod';
import type { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { carriedOut } from '#chain/carry-out.ts';
import type { ChainChange, Standing, Touch } from '#chain/chain-history.ts';
import { type Items, type Names, Value } from '#chain/chain-items.ts';
import { fieldFaults, itemKinds, mapOf, sameValue } from '#chain/chain-items.ts';
import { layered } from '#chain/inheritance.ts';
import { type MapProblem, mapProblems } from '#chain/map-problems.ts';

const item = z.enum(itemKinds);
const target = { item, id: Id };
const fields = z.record(z.string().max(40), Value);

/** What somebody wants done to one item. `clear` takes an attribute back to what the account's map says. */
export const WantedChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('add'), ...target, fields }),
  z.strictObject({ act: z.literal('set'), ...target, fields, clear: z.array(z.string().max(40)).max(40).optional() }),
  z.strictObject({ act: z.literal('remove'), ...target }),
]);
export type WantedChange = z.infer<typeof WantedChange>;

/** Who changes, when, and what it rests on. */
export type ChangeGround = {
  readonly at: Instant;
  readonly by: Id;
  readonly evidenceId?: string | null;
  readonly reason?: string | null;
};

/** Somebody else changed it since the reader loaded the map. `field` absent: the item is gone. */
export type Conflict = {
  readonly id: string;
  readonly field?: string;
  readonly theirs?: Value;
  readonly yours?: Value;
  readonly last: Touch;
};
export type FieldFault = {
  readonly id: string;
  readonly field: string;
  readonly message: string;
  /** What is wrong with a value. */
  readonly words?: Text;
};

export type ChangeRefusal =
  | Refusal<'chain.changedMeanwhile', { conflicts: readonly Conflict[] }>
  | Refusal<'chain.versionAhead', { version: number }>
  | Refusal<'chain.groundRequired', { fields: readonly string[] }>
  | Refusal<'chain.invalid', { problems: readonly MapProblem[]; faults: readonly FieldFault[] }>;

/** A belief that was recorded is not turned without saying on what ground. */
export const beliefs: ReadonlySet<string> = new Set(['stance', 'relationship', 'trust', 'coachClaimed', 'roles']);

/** Where a map stands, what the account's map says under it (none: it is the account's own), and what people are called. */
export type ChangeBase = { readonly standing: Standing; readonly under?: Items; readonly names: Names };

/**
 * The rows that a change adds to the history, or why not; all that is wrong at once. Changes of two people to different
 * attributes both hold; of two to the same attribute the later one is told. What was wrong with the map before does not
 * hold up a change that is right. @param basedOn the version that the person saw
 */
export function decideChange(
  { standing, under = new Map(), names }: ChangeBase,
  wanted: readonly WantedChange[],
  basedOn: number,
  ground: ChangeGround,
): readonly ChainChange[] | ChangeRefusal {
  // Against a version that is yet to come nothing would ever count as changed meanwhile.
  if (basedOn > standing.version) return refuse('chain.versionAhead', { version: standing.version });
  const { items, written, not } = carriedOut(standing.items, under, wanted);
  const conflicts: Conflict[] = [];
  const faults: FieldFault[] = [];
  const since = (id: string, field: string) => {
    const last = standing.touches.get(id)?.get(field);
    return last && last.seq > basedOn ? last : undefined;
  };
  for (const { id, before, fields } of written) {
    for (const [field, { after }] of Object.entries(fields)) {
      const last = since(id, field);
      // Written once in this very change, it is ours to write again.
      if (last && sameValue(before[field], standing.items.get(id)?.fields[field]))
        conflicts.push({ id, field, theirs: before[field], yours: after, last });
    }
  }
  for (const { want, why, field } of not) {
    const last = why === 'missing' ? since(want.id, want.item === 'faction' ? 'name' : 'kind') : undefined;
    if (!last) faults.push({ id: want.id, field, message: why });
    // To remove what is gone already is no quarrel.
    else if (want.act === 'set') conflicts.push({ id: want.id, last });
  }
  const { at, by, evidenceId = null, reason = null } = ground;
  const rows = written.map(({ item, id, act, fields }) => ({ at, by, item, id, act, fields, evidenceId, reason }));

  if (conflicts.length > 0) return refuse('chain.changedMeanwhile', { conflicts });
  const before = layered(under, standing.items);
  const after = layered(under, items);
  const touched = new Set(rows.map(({ id }) => id));
  for (const id of touched) {
    const item = after.get(id);
    if (item) faults.push(...fieldFaults(item).map((fault) => ({ id, ...fault })));
  }
  const known = new Set(mapProblems(mapOf(before, names)).map(keyOf));
  const problems = faults.length > 0 ? [] : mapProblems(mapOf(after, names)).filter((one) => !known.has(keyOf(one)));
  if (problems.length > 0 || faults.length > 0) return refuse('chain.invalid', { problems, faults });
  const turned = evidenceId || reason?.trim() ? [] : rows.flatMap(turnedBeliefs);
  if (turned.length > 0) return refuse('chain.groundRequired', { fields: [...new Set(turned)] });
  return rows.map((row, i) => ({ seq: standing.version + 1 + i, ...row }));
}

function turnedBeliefs({ act, fields }: Omit<ChainChange, 'seq'>): string[] {
  if (act === 'removed') return [];
  return Object.entries(fields)
    .filter(([field, { before }]) => beliefs.has(field) && before !== undefined && before !== null)
    .map(([field]) => field);
}

function keyOf({ code, items }: MapProblem): string {
  return [code, ...items].join(' ');
}
