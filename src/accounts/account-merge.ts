import { taken, takenCustom, united, type MergeChoice } from '#platform/merge.ts';
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

/**
 * What the winner becomes. Names that are not chosen become aliases, tags and aliases are united, custom fields that
 * only one side has are kept; the rest of the loser stays readable in its own row and in the event.
 *
 * @param below ids of everything under either account in its group: none of them can become the winner's parent
 */
export function decideMerge(winner: Account, loser: Account, choice: MergeChoice, below: ReadonlySet<string>) {
  if (winner.id === loser.id) return refuse('account.mergeSelf');
  const fields = taken(mergeFields, winner, loser, choice);
  const { name } = fields;
  const names = united(winner.aliases, loser.aliases, [winner.name, loser.name]);
  return {
    ...fields,
    parentId: parentOf(fields.parentId, winner, loser, below),
    aliases: names.filter((one) => one !== name),
    tags: united(winner.tags, loser.tags),
    custom: takenCustom(winner.custom, loser.custom, choice),
  };
}

function parentOf(chosen: string | null, winner: Account, loser: Account, below: ReadonlySet<string>) {
  const possible = [chosen, winner.parentId, loser.parentId].filter((id) => id !== null);
  return possible.find((id) => id !== winner.id && id !== loser.id && !below.has(id)) ?? null;
}
