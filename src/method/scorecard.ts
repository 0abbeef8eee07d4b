import type { Text } from '#shared/messages.ts';

/** The evaluation model 评估模型: what makes a project worth our time. Weights and lines are the company's to set. */
export type ScorecardItem = { readonly id: string; readonly name: Text; readonly weight: number };
export type ScorecardModel = {
  readonly items: readonly ScorecardItem[];
  /** ratings run from 0 (against us) to this (for us) */
  readonly top: number;
  /** scores 0–100: go from `go` on; below `drop` drop; between, lower contact */
  readonly go: number;
  readonly drop: number;
};

/** What is rated, in the default model. */
export const scorecardItems = {
  size: { zh: '项目规模与级别', en: 'project size and grade' },
  funding: { zh: '预算与资金', en: 'budget and funding' },
  fit: { zh: '技术要求匹配度', en: 'fit with the technical requirement' },
  'decision-rules': { zh: '采购决策规则', en: 'decision rules' },
  relationship: { zh: '客户关系', en: 'relationship' },
  credit: { zh: '客户信用', en: 'customer credit' },
  'competition-product': { zh: '竞争：产品', en: 'competition: product' },
  'competition-price': { zh: '竞争：价格', en: 'competition: price' },
  'competition-solution': { zh: '竞争：技术方案', en: 'competition: technical solution' },
  'competition-service': { zh: '竞争：服务', en: 'competition: service' },
} as const satisfies { readonly [id: string]: Text };

export const defaultScorecard: ScorecardModel = {
  top: 5,
  go: 60,
  drop: 40,
  items: [
    item('size', 15),
    item('funding', 15),
    item('fit', 15),
    item('decision-rules', 10),
    item('relationship', 15),
    item('credit', 10),
    item('competition-product', 5),
    item('competition-price', 5),
    item('competition-solution', 5),
    item('competition-service', 5),
  ],
};

function item(id: keyof typeof scorecardItems, weight: number): ScorecardItem {
  return { id, name: scorecardItems[id], weight };
}

export type Verdict = 'go' | 'lower' | 'drop';

export type Score = {
  /** 0–100, unknown items counted as nothing: what we can rely on */
  readonly score: number;
  /** 0–100, unknown items counted as best: what it could still become */
  readonly ceiling: number;
  readonly parts: readonly { readonly item: ScorecardItem; readonly rating?: number; readonly points: number }[];
  readonly unknown: readonly ScorecardItem[];
  /** 'unfinished' while the unknown items can still turn the decision */
  readonly verdict: Verdict | 'unfinished';
  /** what the decision is if nothing more is found out */
  readonly asItStands: Verdict;
};

/** Ratings by item id; an absent one is unknown. Ratings outside the range are taken at its end. */
export function scoreDeal(
  ratings: { readonly [item: string]: number | undefined },
  model: ScorecardModel = defaultScorecard,
): Score {
  const total = model.items.reduce((sum, { weight }) => sum + weight, 0);
  const parts = model.items.map((item) => {
    const rating = ratings[item.id];
    const share = rating === undefined ? 0 : Math.min(Math.max(rating, 0), model.top) / model.top;
    return {
      item,
      ...(rating !== undefined && { rating }),
      points: total === 0 ? 0 : (100 * item.weight * share) / total,
    };
  });
  const unknown = model.items.filter(({ id }) => ratings[id] === undefined);
  const open = unknown.reduce((sum, { weight }) => sum + (total === 0 ? 0 : (100 * weight) / total), 0);
  // Rounded to a tenth, so that a sum that should be on the line is on it.
  const score = tenth(parts.reduce((sum, { points }) => sum + points, 0));
  const ceiling = tenth(score + open);
  const asItStands = verdictOf(score, model);
  const verdict = asItStands === verdictOf(ceiling, model) ? asItStands : 'unfinished';
  return { score, ceiling, parts, unknown, verdict, asItStands };
}

function verdictOf(score: number, { go, drop }: ScorecardModel): Verdict {
  if (score >= go) return 'go';
  return score < drop ? 'drop' : 'lower';
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
