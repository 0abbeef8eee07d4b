import { type Written, carriedOut } from '#chain/carry-out.ts';
import { type Items, type Value, sameValue } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { Place } from '#chain/canvas/canvas-props.ts';
import type { LayoutKind } from '#chain/canvas/spots.ts';

/** What takes a change back: carried out on its outcome, it gives the same items as before. */
export function inverseOf(own: Items, under: Items, wanted: readonly WantedChange[]): WantedChange[] {
  return doneBy(own, under, wanted).back;
}

function backwards({ item, id, act, before, fields }: Written, under: Items): WantedChange {
  // What a deal says over an item of the account is unsaid; the item itself stays.
  const own = !under.has(id);
  if (own && act === 'added') return { act: 'remove', item, id };
  if (own && act === 'removed') return { act: 'add', item, id, fields: { ...before } };
  const set: { [field: string]: Value } = {};
  const clear: string[] = [];
  for (const [field, { before: old }] of Object.entries(fields)) {
    if (old === undefined) clear.push(field);
    else set[field] = old;
  }
  return { act: 'set', item, id, fields: set, ...(clear.length > 0 && { clear }) };
}

/** A change that was kept, what it wrote, and what takes it back. */
export type Done = { readonly back: WantedChange[]; readonly written: readonly Written[] };

export function doneBy(own: Items, under: Items, wanted: readonly WantedChange[]): Done {
  const { written } = carriedOut(own, under, wanted);
  return { back: written.toReversed().map((one) => backwards(one, under)), written };
}

/**
 * Whether all that a change wrote is still as it left it, and nothing of somebody else's hangs on what it made: else taking
 * it back would undo what they did since.
 */
export function stillHolds(own: Items, { back, written }: Done): boolean {
  // Of what a change wrote twice, the last counts.
  const left = new Map<string, Map<string, Value | undefined>>();
  for (const { id, fields } of written) {
    const of = left.get(id) ?? new Map<string, Value | undefined>();
    for (const [field, { after }] of Object.entries(fields)) of.set(field, after);
    left.set(id, of);
  }
  const isAsLeft = [...left].every(([id, fields]) =>
    [...fields].every(([field, value]) => {
      const now = own.get(id)?.fields[field];
      return sameValue(now, value) || (now === undefined && value === undefined);
    }),
  );
  const going = new Set<Value | undefined>(back.flatMap(({ act, id }) => (act === 'remove' ? [id] : [])));
  return (
    isAsLeft &&
    [...own.values()].every(({ id, fields }) => {
      const lost = going.has(id) ? Object.keys(fields) : holds.filter((field) => going.has(fields[field]));
      return lost.every((field) => left.get(id)?.has(field));
    })
  );
}

/** By these an item hangs on another: a line at its ends, a member on the faction. */
const holds = ['from', 'to', 'faction'] as const;

/** Cards that were moved by hand: where each stood before and after, and in which layout one looked at them. */
export type Moved = { readonly from: readonly Place[]; readonly to: readonly Place[]; readonly layout: LayoutKind };

/** Where the cards go again; those that somebody else has moved since stay. */
export function movedBack(now: readonly Place[], { from, to }: Moved): Place[] {
  const at = new Map(now.map((place) => [place.id, place]));
  const ours = new Set(to.flatMap(({ id, x, y }) => (at.get(id)?.x === x && at.get(id)?.y === y ? [id] : [])));
  return from.filter(({ id }) => ours.has(id));
}

/** The other way. @param layout that is looked at now */
export function turned({ from, to }: Moved, layout: LayoutKind): Moved {
  return { from: to, to: from, layout };
}

export type Step = Done | Moved;
/** What was done, and what was taken back, the latest last. */
export type Steps = { readonly done: readonly Step[]; readonly undone: readonly Step[] };
export const noSteps: Steps = { done: [], undone: [] };

const MOST = 100;

/** A new act: what was taken back before is gone. */
export function acted({ done }: Steps, act: Step): Steps {
  return { done: [...done, act].slice(-MOST), undone: [] };
}

/** One act was taken back. @param act the taking back, which can be taken back itself */
export function steppedBack({ done, undone }: Steps, step: Step, act: Step): Steps {
  return { done: done.filter((one) => one !== step), undone: [...undone, act] };
}

export function steppedForth({ done, undone }: Steps, step: Step, act: Step): Steps {
  return { done: [...done, act], undone: undone.filter((one) => one !== step) };
}

/** One that can no longer be taken back. */
export function without({ done, undone }: Steps, step: Step): Steps {
  return { done: done.filter((one) => one !== step), undone: undone.filter((one) => one !== step) };
}
