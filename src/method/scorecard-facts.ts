import type { FactSource } from '#method/fact-source.ts';
import { type Score, type ScorecardModel, defaultScorecard, scoreDeal, scorecardItems } from '#method/scorecard.ts';

/** The model that a deal's ratings were made under: it lies beside them, so that a later model changes no old score. */
export function modelOf({ values, lists }: FactSource): ScorecardModel {
  if (!lists.weights) return defaultScorecard;
  return {
    top: defaultScorecard.top,
    go: values['scorecard.goLine'] ?? defaultScorecard.go,
    drop: values['scorecard.dropLine'] ?? defaultScorecard.drop,
    items: lists.weights.flatMap(({ item, weight = 0 }) =>
      item && weight > 0 ? [{ id: item, name: scorecardItems[item], weight }] : [],
    ),
  };
}

/** The facts with the model that counts from now on; version 0 is the default model, which needs no saying. */
export function underModel(facts: FactSource, version: number, model: ScorecardModel): FactSource {
  const { 'scorecard.model': _version, 'scorecard.goLine': _go, 'scorecard.dropLine': _drop, ...values } = facts.values;
  const { weights: _weights, ...lists } = facts.lists;
  if (version === 0) return { values, lists };
  return {
    values: {
      ...values,
      'scorecard.model': version,
      'scorecard.goLine': model.go,
      'scorecard.dropLine': model.drop,
    },
    lists: {
      ...lists,
      weights: model.items.map(({ id, name, weight }) => ({
        name: name.zh,
        item: id as keyof typeof scorecardItems,
        weight,
      })),
    },
  };
}

/** The evaluation by the ratings on record, under their model; undefined while nobody has rated anything. */
export function ratedScore(facts: FactSource): Score | undefined {
  const { ratings } = facts.lists;
  if (!ratings) return undefined;
  return scoreDeal(Object.fromEntries(ratings.map(({ item, rating }) => [item, rating])), modelOf(facts));
}

/** What may be compared between us and a rival: the rest belongs to the project, not to who offers. */
export const comparedItems = [
  'fit',
  'relationship',
  'competition-product',
  'competition-price',
  'competition-solution',
  'competition-service',
] as const;
export type ComparedItem = (typeof comparedItems)[number];

export type RivalLine = {
  readonly item: ComparedItem;
  readonly weight: number;
  readonly ours?: number;
  readonly theirs?: number;
  /** ours − theirs, where both are rated */
  readonly difference?: number;
};

export type RivalComparison = {
  readonly name: string;
  readonly lines: readonly RivalLine[];
  /** 0–100 over the items rated on both sides: only what is known of both can be set side by side */
  readonly ours: number;
  readonly theirs: number;
  /** −100…100, above 0 we lead; undefined while no item is rated on both sides */
  readonly lead?: number;
  /** where we lose, the heaviest loss first */
  readonly behind: readonly ComparedItem[];
  readonly unknown: readonly ComparedItem[];
};

/** Us beside each named rival, item by item. Rivals in the order in which they were named. */
export function compareRivals(facts: FactSource): RivalComparison[] {
  const model = modelOf(facts);
  const ours = new Map((facts.lists.ratings ?? []).map(({ item, rating }) => [item, rating]));
  const rows = facts.lists.rivalRatings ?? [];
  const names = [...new Set([...(facts.lists.rivals ?? []), ...rows].map(({ name }) => name))];
  return names.map((name) => {
    const theirs = new Map(rows.filter((row) => row.name === name).map(({ item, rating }) => [item, rating]));
    const lines = comparedItems.flatMap((item) => {
      const weight = model.items.find(({ id }) => id === item)?.weight;
      return weight === undefined ? [] : [lineOf(item, weight, ours.get(item), theirs.get(item))];
    });
    const both = lines.filter(({ difference }) => difference !== undefined);
    return {
      name,
      lines,
      ours: share(both, (line) => line.ours!, model.top),
      theirs: share(both, (line) => line.theirs!, model.top),
      ...(both.length > 0 && { lead: share(both, (line) => line.difference!, model.top) }),
      behind: both
        .filter(({ difference }) => difference! < 0)
        .toSorted((a, b) => a.weight * a.difference! - b.weight * b.difference!)
        .map(({ item }) => item),
      unknown: lines.filter(({ difference }) => difference === undefined).map(({ item }) => item),
    };
  });
}

function lineOf(item: ComparedItem, weight: number, ours: number | undefined, theirs: number | undefined): RivalLine {
  return {
    item,
    weight,
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs }),
    ...(ours !== undefined && theirs !== undefined && { difference: ours - theirs }),
  };
}

/** The weighted value in percent of the most that these lines could give. */
function share(lines: readonly RivalLine[], value: (line: RivalLine) => number, top: number): number {
  const most = top * lines.reduce((sum, { weight }) => sum + weight, 0);
  const have = lines.reduce((sum, line) => sum + line.weight * value(line), 0);
  if (most === 0) return 0;
  // Halves are rounded away from nought, so that our lead is their lag to the point.
  return Math.sign(have) * Math.round((100 * Math.abs(have)) / most);
}
