import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { buyingRoles, changeAttitudes, communicationStyles } from '#method/scales.ts';
import { personFunctions, personLevels, relationships } from '#method/scales.ts';
import { resonances, tieKinds } from '#chain/chain-scales.ts';

const keys = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);
const line = z.string().trim().min(1).max(200);
const note = z.string().trim().max(2000);
const degree = z.literal([0, 1, 2, 3]);
const strength = z.literal([1, 2, 3]);
const stance = z.literal([-2, -1, 0, 1, 2]).meta({ description: '−2 against us … +2 supporter and coach' });
const contact = degree.meta({ description: '0 not met, 1 some, 2 frequent, 3 close' });

/**
 * What a deal holds of a person 关键人 (Domain §4). Absent: nothing said on this level, so the account's map speaks;
 * null: said to be unknown, whatever the account's map says.
 */
export const StakeholderFields = z.strictObject({
  function: keys(personFunctions).nullish(),
  level: keys(personLevels).nullish(),
  roles: z.array(keys(buyingRoles)).max(7).nullish(),
  attitude: keys(changeAttitudes).nullish(),
  style: keys(communicationStyles).nullish(),
  contact: contact.nullish(),
  stance: stance.nullish(),
  relationship: keys(relationships).nullish(),
  weight: z.int().min(1).max(10).nullish().meta({ description: 'Influence on the decision; absent: by level' }),
  key: z.boolean().nullish().meta({ description: 'One that we have to win' }),
  coachClaimed: z.boolean().nullish().meta({ description: 'The team calls this person a coach' }),
  personalWin: note.nullish(),
  organisationalNeed: note.nullish(),
  interests: z.array(line).max(20).nullish(),
  resonance: z
    .array(z.strictObject({ kind: keys(resonances), note }))
    .max(20)
    .nullish(),
  ties: z
    .array(z.strictObject({ kind: keys(tieKinds), name: line, note: note.optional() }))
    .max(20)
    .nullish(),
  faction: z
    .union([Id, z.literal('none')])
    .nullish()
    .meta({ description: "A faction of the map; 'none': known to stand with no group" }),
  trust: z
    .strictObject({ competence: degree.optional(), integrity: degree.optional(), care: degree.optional() })
    .nullish()
    .meta({ description: 'How far the person trusts us, each ground 0–3' }),
});
export type StakeholderFields = z.infer<typeof StakeholderFields>;

const leftOut = z.boolean().nullish().meta({ description: "On the account's map, but plays no part in this deal" });

/** A contact on the map. `id` is the contact's; name and title are the contact's too and never kept in the history. */
export const PersonNode = StakeholderFields.extend({
  kind: z.literal('person'),
  id: Id,
  name: z.string(),
  title: z.string().nullish(),
  leftOut,
});
export type PersonNode = z.infer<typeof PersonNode>;

/** A post that nobody holds, or whose holder we do not know. */
export const VacantNode = z.strictObject({
  kind: z.literal('vacant'),
  id: Id,
  name: line,
  function: keys(personFunctions).nullish(),
  level: keys(personLevels).nullish(),
  roles: z.array(keys(buyingRoles)).max(7).nullish(),
  weight: z.int().min(1).max(10).nullish(),
  leftOut,
});
export type VacantNode = z.infer<typeof VacantNode>;

/** An organisation or person outside the customer: dealer, design institute, consultant. */
export const ChannelNode = z.strictObject({
  kind: z.literal('channel'),
  id: Id,
  name: line,
  partnerId: Id.nullish().meta({ description: 'The partner organisation, where it is one of ours' }),
  contact: contact.nullish(),
  stance: stance.nullish(),
  ties: StakeholderFields.shape.ties,
  note: note.nullish(),
  leftOut,
});
export type ChannelNode = z.infer<typeof ChannelNode>;

/** A colleague of ours. `id` is the user's; the name is never kept in the history. */
export const OursNode = z.strictObject({
  kind: z.literal('ours'),
  id: Id,
  name: z.string(),
  level: keys(personLevels).nullish().meta({ description: 'For parity: who of us meets whom of them' }),
  leftOut,
});
export type OursNode = z.infer<typeof OursNode>;

export const ChainNode = z.discriminatedUnion('kind', [PersonNode, VacantNode, ChannelNode, OursNode]);
export type ChainNode = z.infer<typeof ChainNode>;

const ends = { id: Id, from: Id, to: Id, leftOut };
const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), ...ends, note: note.nullish() });

/** A line of the map; `from` and `to` never change: draw another one instead. */
export const ChainEdge = z.discriminatedUnion('kind', [
  plain('reportsTo'),
  plain('influences').extend({
    sign: z.literal([1, -1]).meta({ description: '+1: takes the same side; −1: takes the other' }),
    strength,
  }),
  plain('introducedBy'),
  plain('ally'),
  plain('rival'),
  plain('knows').extend({ strength: strength.nullish() }),
]);
export type ChainEdge = z.infer<typeof ChainEdge>;

/** A group inside the customer that people stand with 派系. */
export const Faction = z.strictObject({ id: Id, name: line, note: note.nullish() });
export type Faction = z.infer<typeof Faction>;

/** A decision-chain map 决策链图, of an account or of a deal. */
export const ChainMap = z.strictObject({
  nodes: z.array(ChainNode).max(1000),
  edges: z.array(ChainEdge).max(4000),
  factions: z.array(Faction).max(60),
});
export type ChainMap = z.infer<typeof ChainMap>;

export const emptyMap: ChainMap = { nodes: [], edges: [], factions: [] };

export function personsOf(map: ChainMap): PersonNode[] {
  return map.nodes.filter((node) => node.kind === 'person');
}

const levelWeights = { operating: 1, managing: 2, deciding: 3 } as const;

/** Weight in the decision: as it was set, else by level 1, 2, 3 (unknown level: 1). */
export function weightOf({ weight, level }: Pick<PersonNode, 'weight' | 'level'>): number {
  return weight ?? (level ? levelWeights[level] : 1);
}

/** Who has the last word: those with that role, else the deciders. */
export function finalSayOf(map: ChainMap): PersonNode[] {
  const people = personsOf(map);
  const last = people.filter(({ roles }) => roles?.includes('finalSay'));
  return last.length > 0 ? last : people.filter(({ roles }) => roles?.includes('decider'));
}
