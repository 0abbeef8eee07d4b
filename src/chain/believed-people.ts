import type { FactLists, FactSource } from '#method/fact-source.ts';
import { type ChainChange, type Standing, replay } from '#chain/chain-history.ts';
import type { Names } from '#chain/chain-items.ts';
import type { CoachSign } from '#chain/coach.ts';
import { markedByTurn, turnsOf } from '#chain/coach-turn.ts';
import { inheritedMap } from '#chain/inheritance.ts';
import { type Confirmation, confirmationsOf, newestOf } from '#chain/staleness.ts';
import { organisationMapOf, stakeholderFacts } from '#chain/stakeholder-facts.ts';
import type { Instant } from '#shared/day.ts';

type People = NonNullable<FactLists['stakeholders']>;
type Artifact = NonNullable<FactLists['artifacts']>[number];

/** What the maps of a deal and its account say for gates. */
export type Believed = {
  readonly people: People;
  readonly artifact: Artifact | undefined;
  /** Contacts that stand on a map or once stood: what was noted of them before gives way. */
  readonly onMap: ReadonlySet<string>;
};

/** The name under which a map that is drawn counts as the organisation map that gates ask for. */
const DRAWN = '决策链图';

/** The people of a deal as its maps have them. Nobody has ever drawn a map: undefined. */
export function believedOf(
  account: readonly ChainChange[],
  deal: readonly ChainChange[],
  { names, signs, until }: { names: Names; signs: readonly CoachSign[]; until?: Instant | undefined },
): Believed | undefined {
  const [under, over] = [replay(account, until), replay(deal, until)];
  if (under.version === 0 && over.version === 0) return undefined;
  const { map } = inheritedMap(under.items, over.items, names);
  const heard = (changes: readonly ChainChange[]) => changes.filter(({ at }) => until === undefined || at <= until);
  const [ofAccount, ofDeal] = [heard(account), heard(deal)];
  const marked = markedByTurn(signs, turnsOf(ofAccount, ofDeal));
  return {
    people: dated(stakeholderFacts(map, marked) ?? [], [...confirmationsOf([...ofAccount, ...ofDeal]), ...signs]),
    artifact: organisationMapOf(map, DRAWN),
    onMap: new Set([...touched(under), ...touched(over)]),
  };
}

function dated(people: People, confirmations: readonly Confirmation[]): People {
  const newest = newestOf(confirmations);
  return people.map((person) => {
    const confirmedOn = newest.get(person.id ?? '');
    return confirmedOn ? { ...person, confirmedOn } : person;
  });
}

function touched({ touches }: Standing) {
  return touches.keys();
}

/**
 * A deal's facts with the people of its maps. Those noted before by name stay until they are put on the map; an
 * organisation map recorded by hand stays, too.
 */
export function withBelieved(facts: FactSource, believed: Believed | undefined): FactSource {
  if (!believed) return facts;
  const { stakeholders, artifacts } = facts.lists;
  const people = [...believed.people, ...notedOf(stakeholders ?? [], believed)];
  const byHand = (artifacts ?? []).filter(({ kind, name }) => kind !== 'organisationMap' || name !== DRAWN);
  const drawn = believed.artifact && !byHand.some(({ kind }) => kind === 'organisationMap') ? [believed.artifact] : [];
  const papers = [...byHand, ...drawn];
  const { stakeholders: _people, artifacts: _papers, ...lists } = facts.lists;
  return {
    ...facts,
    lists: {
      ...lists,
      // Never empty: a map that has lost its people leaves a deal's row as the events alone would.
      ...(people.length > 0 && { stakeholders: people }),
      ...(papers.length > 0 && { artifacts: papers }),
    },
  };
}

/** People of a deal who were noted by name and are not on its map. */
export function notedOf(people: People, believed: Pick<Believed, 'people' | 'onMap'> | undefined): People {
  if (!believed) return people;
  const names = new Set(believed.people.map(({ name }) => name));
  return people.filter(({ id, name }) => (id ? !believed.onMap.has(id) : !names.has(name)));
}
