import { refuse } from '#shared/refusal.ts';
import type { Account } from '#accounts/account.ts';

/** The fields that can come from either side of a merge. */
export const mergeFields = [
  'name',
  'creditCode',
  'industry',
  'province',
  'city',
  'scale',
  'ownership',
  'address',
  'postCode',
  'site',
  'phone',
  'parentId',
  'source',
  'ownerId',
] as const satisfies readonly (keyof Account)[];
export type MergeField = (typeof mergeFields)[number];
export type Side = 'winner' | 'loser';
/** Field, or 'custom.' and a custom field's key → the side it is taken from. */
export type MergeChoice = { [field: string]: Side | undefined };

/** The side a field is taken from: as chosen, else the winner's unless only the loser has a value. */
export function sideOf(choice: MergeChoice, field: string, winner: unknown, loser: unknown): Side {
  return choice[field] ?? (isEmpty(winner) && !isEmpty(loser) ? 'loser' : 'winner');
}

/**
 * What the winner becomes. Names that are not chosen become aliases, tags and aliases are united, custom fields that
 * only one side has are kept; the rest of the loser stays readable in its own row and in the event.
 *
 * @param below ids of everything under either account in its group: none of them can become the winner's parent
 */
export function decideMerge(winner: Account, loser: Account, choice: MergeChoice, below: ReadonlySet<string>) {
  if (winner.id === loser.id) return refuse('account.mergeSelf');
  const sides = { winner, loser };
  const taken = Object.fromEntries(
    mergeFields.map((field) => [field, sides[sideOf(choice, field, winner[field], loser[field])][field]]),
  ) as Pick<Account, MergeField>;
  const name = taken.name;
  const aliases = unique([...winner.aliases, ...loser.aliases, winner.name, loser.name]).filter((one) => one !== name);
  return {
    ...taken,
    parentId: parentOf(taken.parentId, winner, loser, below),
    aliases,
    tags: unique([...winner.tags, ...loser.tags]),
    custom: mergeCustom(winner, loser, choice),
  };
}

function parentOf(chosen: string | null, winner: Account, loser: Account, below: ReadonlySet<string>) {
  const possible = [chosen, winner.parentId, loser.parentId].filter((id) => id !== null);
  return possible.find((id) => id !== winner.id && id !== loser.id && !below.has(id)) ?? null;
}

function mergeCustom(winner: Account, loser: Account, choice: MergeChoice): Account['custom'] {
  const keys = unique([...Object.keys(winner.custom), ...Object.keys(loser.custom)]);
  const entries = keys.map((key) => {
    const side = sideOf(choice, `custom.${key}`, winner.custom[key], loser.custom[key]);
    return [key, (side === 'winner' ? winner : loser).custom[key]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Account['custom'];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
