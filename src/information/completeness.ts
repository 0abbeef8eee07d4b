import type { Strength } from '#method/evidence.ts';
import { accountFacts } from '#information/account-catalogue.ts';
import type { AccountField, AccountKind, InformationFact, InformationKind } from '#information/information-fact.ts';
import type { PersonKnown } from '#information/information.ts';
import { type InformationList, informationLists } from '#information/information-row.ts';
import { emptySeats, missingOf, personAttributes, seats } from '#information/people-known.ts';
import { projectFacts } from '#information/project-catalogue.ts';

/**
 * Share of each kind in the whole, in hundredths. The four kinds carry nine tenths, finance the rest; what is asked of a
 * deal's project is the deal's and no part of it.
 */
export const kindWeights: { readonly [kind in AccountKind]: number } = {
  current: 25,
  organisation: 25,
  people: 25,
  competition: 15,
  finance: 10,
};

/** What a rumour counts of a fact; said, seen or written it counts whole. */
export const RUMOUR_SHARE = 0.5;

/** What completeness looks at. A fact that was asked for in vain is as missing as one that nobody asked for. */
export type Known = {
  /** Item id → how sure; only what is known. */
  facts: ReadonlyMap<string, Strength>;
  /** How many rows each table has. */
  rows: { readonly [list in InformationList]?: number };
  /** Fields of the account, or facts of the deal, that are filled. */
  kept: ReadonlySet<AccountField | `deal:${string}`>;
};

export type Completeness = { readonly [kind in AccountKind]: number } & { readonly overall: number };

/** Percentages of the account's kinds, and of the whole. Source: Domain §3; used by the method's facts `information.*`. */
export function completenessOf(known: Known, people: readonly PersonKnown[]): Completeness {
  const kinds = {
    current: percentOf('current', accountFacts, known),
    organisation: percentOf('organisation', accountFacts, known),
    people: percentOfPeople(people),
    competition: percentOf('competition', accountFacts, known),
    finance: percentOf('finance', accountFacts, known),
  };
  const sum = Object.entries(kindWeights).reduce((so, [kind, weight]) => so + kinds[kind as AccountKind] * weight, 0);
  return { ...kinds, overall: Math.floor(sum / 100) };
}

export function projectCompleteness(known: Known): number {
  return percentOf('project', projectFacts, known);
}

/** Weighted share of the kind's facts and tables that are known; rounded down, so that 60 % is never 59.5 %. */
function percentOf(kind: InformationKind, catalogue: readonly InformationFact[], known: Known): number {
  const facts = catalogue.filter((fact) => fact.kind === kind);
  const lists = (Object.keys(informationLists) as InformationList[]).filter(
    (list) => informationLists[list].kind === kind,
  );
  const parts = [
    ...facts.map((fact) => ({ weight: fact.weight, share: shareOf(fact, known) })),
    ...lists.map((list) => {
      const { weight, enough } = informationLists[list];
      return { weight, share: Math.min(1, (known.rows[list] ?? 0) / enough) };
    }),
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return Math.floor((100 * parts.reduce((sum, { weight, share }) => sum + weight * share, 0)) / total);
}

function shareOf({ id, keptIn }: InformationFact, { facts, kept }: Known): number {
  if (keptIn) return kept.has(keptIn) ? 1 : 0;
  const strength = facts.get(id);
  return strength === undefined ? 0 : strength === 'rumour' ? RUMOUR_SHARE : 1;
}

/** Half for the seats that somebody known sits on, half for what is known of the people; nobody known: nothing. */
function percentOfPeople(people: readonly PersonKnown[]): number {
  if (people.length === 0) return 0;
  const seatCount = Object.keys(seats).length;
  const attributes = Object.keys(personAttributes).length;
  const seated = (seatCount - emptySeats(people).length) / seatCount;
  const missing = people.reduce((sum, one) => sum + missingOf(one).length, 0);
  return Math.floor(50 * seated + 50 * (1 - missing / (people.length * attributes)));
}
