import type { FactLists } from '#method/fact-source.ts';
import type { ComparedItem } from '#method/scorecard-facts.ts';

export type RivalRows = NonNullable<FactLists['rivalRatings']>;

/** With one more rival, named and not rated yet. */
export function withRival(rows: RivalRows, name: string): RivalRows {
  return [...rows, { name }];
}

export function withoutRival(rows: RivalRows, name: string): RivalRows {
  return rows.filter((row) => row.name !== name);
}

/** With this rating of a rival, or without it when it is null; a rival without ratings stays named. */
export function withRivalRating(rows: RivalRows, name: string, item: ComparedItem, rating: number | null): RivalRows {
  const others = rows.filter((row) => row.name !== name || row.item !== item);
  const named = others.some((row) => row.name === name) ? others : withRival(others, name);
  return rating === null ? named : [...named, { name, item, rating }];
}
