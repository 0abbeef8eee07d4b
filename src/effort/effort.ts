import { z } from 'zod';
import type { Grade } from '#method/scales.ts';
import { MinorUnits } from '#shared/money.ts';
import { dealGrades } from '#deals/deal.ts';
import { lowGrades, type EvaluationModel } from '#evaluation/evaluation.ts';

/** Acts of a kind: tasks done, evidence, notes, files. */
const Acts = z.int().min(0);
export const ActsByGrade = z.object({ A: Acts, B: Acts, C: Acts, D: Acts, none: Acts });
export type ActsByGrade = z.infer<typeof ActsByGrade>;

/** Acts on the deals of one owner, one team, or all, by the grade of the deal 投入 (Playbooks P3). */
export const Effort = z.object({
  id: z.string().nullable().meta({ description: 'Of the owner or team; null: nobody, or all together' }),
  name: z.string().nullable(),
  acts: ActsByGrade,
  total: Acts,
  lowShare: z.number().meta({ description: 'Percent of the acts that went into low grades' }),
  warns: z.boolean(),
});
export type Effort = z.infer<typeof Effort>;

/** A deal of a low grade that took acts. */
export const EffortDeal = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  grade: z.enum(dealGrades),
  amount: MinorUnits.nullable(),
  currency: z.string(),
  acts: Acts,
});
export type EffortDeal = z.infer<typeof EffortDeal>;

/** Acts on the deals of an owner with a grade, as they are counted. */
export type EffortRow = {
  ownerId: string | null;
  ownerName: string | null;
  teamId: string | null;
  teamName: string | null;
  grade: Grade | null;
  acts: number;
};

const nothing: ActsByGrade = { A: 0, B: 0, C: 0, D: 0, none: 0 };

/** Sums by owner, by team and of all; whoever spends too much on low grades warns, the worst first. */
export function sumEffort(rows: readonly EffortRow[], model: Pick<EvaluationModel, 'effort'>) {
  const by = (key: 'ownerId' | 'teamId', name: 'ownerName' | 'teamName') =>
    [...Map.groupBy(rows, (row) => row[key])]
      .map(([id, some]) => effortOf(id, some[0]![name], some, model))
      .toSorted((a, b) => Number(b.warns) - Number(a.warns) || b.lowShare - a.lowShare || b.total - a.total);
  return {
    all: effortOf(null, null, rows, model),
    owners: by('ownerId', 'ownerName'),
    teams: by('teamId', 'teamName'),
  };
}

function effortOf(
  id: string | null,
  name: string | null,
  rows: readonly EffortRow[],
  model: Pick<EvaluationModel, 'effort'>,
): Effort {
  const acts = rows.reduce((sum, { grade, acts: some }) => {
    const key = grade ?? 'none';
    return { ...sum, [key]: sum[key] + some };
  }, nothing);
  const total = Object.values(acts).reduce((sum, some) => sum + some, 0);
  const low = lowGrades(model).reduce((sum, grade) => sum + acts[grade], 0);
  const lowShare = total === 0 ? 0 : Math.round((100 * low) / total);
  const warns = total >= model.effort.acts && 100 * low >= model.effort.share * total && low > 0;
  return { id, name, acts, total, lowShare, warns };
}
