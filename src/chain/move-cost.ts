import { type ChainMap, type PersonNode, personsOf, weightOf } from '#chain/chain-map.ts';
import type { ContactDegree, Stance } from '#chain/chain-scales.ts';

/**
 * Effort to move somebody up one step of stance, in 'talks': 1 is one good talk with a neutral person whom we meet
 * often and who works with us. Ours, only the order is claimed: the further off, the dearer. Whoever is not met or not
 * known to stand anywhere counts as not met, neutral.
 */
const stepEffort: { readonly [S in -2 | -1 | 0]: number } = { [-2]: 2, [-1]: 1.5, 0: 1 };
const byContact = [3, 2, 1.25, 1] as const;
const byRelationship = { acquainted: 1.25, interacting: 1, trusted: 0.75, allied: 0.5 } as const;
const NO_RELATIONSHIP = 1.5;
/** What a supporter who carries the person along saves, by the strongest such influence 0–3. */
export const helpBy = [1, 0.85, 0.7, 0.5] as const;
/** What it adds that an opponent carries the person along, or that a supporter puts the person off, strongest 0–3. */
export const hinderBy = [1, 1.1, 1.25, 1.5] as const;

export type Sway = { readonly by: string; readonly strength: 1 | 2 | 3 };
/** One whose word counts in the decision. */
export type Voter = {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly stance: Stance;
  /** effort to bring the person to support, before anybody helps or hinders; 0: supports us */
  readonly effort: number;
  /** who carries the person along, and whom the person goes against */
  readonly follows: readonly Sway[];
  readonly resists: readonly Sway[];
};

/** Steps up to supporter times how hard each is with this person. */
export function effortOf(person: Pick<PersonNode, 'stance' | 'contact' | 'relationship'>): number {
  const steps = ([-2, -1, 0] as const).map((from) => (from >= (person.stance ?? 0) ? stepEffort[from] : 0));
  const ease = person.relationship ? byRelationship[person.relationship] : NO_RELATIONSHIP;
  return steps.reduce((sum: number, effort) => sum + effort, 0) * byContact[person.contact ?? 0] * ease;
}

const voting: ReadonlySet<string> = new Set(['decider', 'finalSay', 'evaluator']);

/** Whose word counts: deciders, those with the final say and evaluators; with their weight and who sways them. */
export function votersOf(map: ChainMap): Voter[] {
  const swaying = map.edges.filter((edge) => edge.kind === 'influences');
  const sways = (id: string, sign: 1 | -1): Sway[] =>
    swaying
      .filter((edge) => edge.to === id && edge.sign === sign)
      .map(({ from, strength }) => ({ by: from, strength }));
  return personsOf(map)
    .filter(({ roles }) => roles?.some((role) => voting.has(role)))
    .map((person) => ({
      id: person.id,
      name: person.name,
      weight: weightOf(person),
      stance: person.stance ?? 0,
      effort: effortOf(person),
      follows: sways(person.id, 1),
      resists: sways(person.id, -1),
    }));
}

/**
 * Effort to win one voter while these support us and these stand against us: whom the person follows helps or hinders,
 * the strongest of each. Monotone: a further supporter whom nobody resists never makes it dearer.
 */
export function costToWin(voter: Voter, supporters: ReadonlySet<string>, opponents: ReadonlySet<string>): number {
  const help = strongest(voter.follows, supporters);
  const hinder = Math.max(strongest(voter.follows, opponents), strongest(voter.resists, supporters)) as ContactDegree;
  return voter.effort * helpBy[help] * hinderBy[hinder];
}

function strongest(sways: readonly Sway[], side: ReadonlySet<string>): ContactDegree {
  return sways.reduce<ContactDegree>(
    (most, { by, strength }) => (side.has(by) && strength > most ? strength : most),
    0,
  );
}

/** Who supports us and who stands against us among all people of a map, also those without a vote. */
export function sidesOf(map: ChainMap): { supporters: Set<string>; opponents: Set<string> } {
  const ids = (test: (stance: number) => boolean) =>
    new Set(
      map.nodes
        .filter((node) => (node.kind === 'person' || node.kind === 'channel') && test(node.stance ?? 0))
        .map(({ id }) => id),
    );
  return { supporters: ids((stance) => stance >= 1), opponents: ids((stance) => stance <= -1) };
}
