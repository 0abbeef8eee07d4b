import type { FactLists } from '#method/fact-source.ts';
import type { ScorecardModel } from '#method/scorecard.ts';

type Ratings = NonNullable<FactLists['ratings']>;
type Artifacts = NonNullable<FactLists['artifacts']>;
type ItemId = NonNullable<Ratings[number]['item']>;

/** The ratings with this one set, or taken back when it is null. */
export function withRating(ratings: Ratings, item: string, name: string, rating: number | null): Ratings {
  const others = ratings.filter((one) => one.item !== item);
  return rating === null ? others : [...others, { item: item as ItemId, name, rating }];
}

/** Every item rated: the evaluation sheet that the method asks for is there. */
export function isComplete(ratings: Ratings, model: ScorecardModel): boolean {
  return model.items.every(({ id }) => ratings.some((one) => one.item === id && one.rating !== undefined));
}

/** The documents with the evaluation sheet among them, once it is complete. */
export function withSheet(artifacts: Artifacts, complete: boolean, name: string): Artifacts {
  const has = artifacts.some(({ kind }) => kind === 'scorecard');
  return complete && !has ? [...artifacts, { kind: 'scorecard', name }] : artifacts;
}
