import { type Day, dayOf, daysBetween } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import { type ChainMap, personsOf, weightOf } from '#chain/chain-map.ts';
import { namesIn } from '#chain/item-words.ts';

/** Somebody was seen to be as the map says on that day: by a change, by evidence, by a look that found nothing changed. */
export type Confirmation = { readonly personId: string; readonly on: Day };

/** Days without a confirmation after which a person's place on the map is stale; as long as evidence keeps half its weight. */
export const STALE_AFTER_DAYS = 60;

export type PersonAge = {
  readonly personId: string;
  /** days since the newest confirmation; null: never confirmed */
  readonly age: number | null;
  readonly stale: boolean;
};
export type Staleness = {
  /** the oldest first, those never confirmed before all */
  readonly people: readonly PersonAge[];
  /** 0–1 of the weight in the decision that stands on stale ground */
  readonly staleShare: number;
  /** somebody who counts is stale: a key person, or half of all weight */
  readonly stale: boolean;
  /** whom it is about: key people, or all that are stale where none of those is */
  readonly who: readonly string[];
  readonly words: Text | null;
};

/** How old what we believe of each person is. Source: Domain §16 (stale evidence), the chain's issue (map stale). */
export function stalenessOf(
  map: ChainMap,
  confirmations: readonly Confirmation[],
  today: Day,
  after = STALE_AFTER_DAYS,
): Staleness {
  const newest = newestOf(confirmations.filter(({ on }) => on <= today));
  const persons = personsOf(map);
  const ages = persons.map((person) => {
    const on = newest.get(person.id);
    const age = on === undefined ? null : daysBetween(on, today);
    return { person, age, stale: age === null || age > after };
  });
  const old = ages.filter(({ stale }) => stale);
  const weigh = (rows: typeof ages) => rows.reduce((sum, { person }) => sum + weightOf(person), 0);
  const staleShare = persons.length === 0 ? 0 : weigh(old) / weigh(ages);
  const key = old.filter(({ person }) => person.key).map(({ person }) => person);
  const stale = key.length > 0 || staleShare >= 0.5;
  const who = key.length > 0 ? key : old.map(({ person }) => person);
  const names = namesIn(who);
  return {
    people: ages
      .map(({ person, age, stale }) => ({ personId: person.id, age, stale }))
      .sort((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity)),
    staleShare,
    stale,
    who: stale ? who.map(({ id }) => id) : [],
    words: stale
      ? {
          zh: `决策链图已过时：${names.zh}的情况超过 ${after} 天没有核实`,
          en: `The map is stale: for over ${after} days nothing confirmed ${names.en}`,
        }
      : null,
  };
}

/** The newest day of each person. */
export function newestOf(confirmations: readonly Confirmation[]): Map<string, Day> {
  const newest = new Map<string, Day>();
  for (const { personId, on } of confirmations) if (on > (newest.get(personId) ?? '')) newest.set(personId, on);
  return newest;
}

/** Each change of a person, and each look that found nothing changed, confirms the person on its day. */
export function confirmationsOf(changes: readonly ChainChange[], timeZone?: string): Confirmation[] {
  return changes
    .filter(({ item, act }) => item === 'node' && act !== 'removed')
    .map(({ id, at }) => ({ personId: id, on: dayOf(at, timeZone) }));
}
