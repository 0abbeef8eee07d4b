import { type Written, carriedOut } from '#chain/carry-out.ts';
import { type Fields, type Items, type Value, sameValue } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';

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

/** Whether all that a change wrote is still as it left it: else taking it back would undo what somebody else did since. */
export function stillHolds(own: Items, { written }: Done): boolean {
  // Of what a change wrote twice, the last counts.
  const last = new Map<string, readonly [id: string, field: string, value: Value | undefined]>();
  for (const { id, fields } of written) {
    for (const [field, { after }] of Object.entries(fields)) last.set(`${id} ${field}`, [id, field, after]);
  }
  return [...last.values()].every(([id, field, value]) => {
    const now: Fields | undefined = own.get(id)?.fields;
    return sameValue(now?.[field], value) || (now?.[field] === undefined && value === undefined);
  });
}

/** What was done, and what was taken back, the latest last. */
export type Steps = { readonly done: readonly Done[]; readonly undone: readonly Done[] };
export const noSteps: Steps = { done: [], undone: [] };

const MOST = 100;

/** A new act: what was taken back before is gone. */
export function acted({ done }: Steps, act: Done): Steps {
  return { done: [...done, act].slice(-MOST), undone: [] };
}

/** The last act was taken back. @param act the taking back, which can be taken back itself */
export function steppedBack({ done, undone }: Steps, act: Done): Steps {
  return { done: done.slice(0, -1), undone: [...undone, act] };
}

export function steppedForth({ done, undone }: Steps, act: Done): Steps {
  return { done: [...done, act], undone: undone.slice(0, -1) };
}
