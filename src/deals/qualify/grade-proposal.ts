import type { FactSource } from '#method/fact-source.ts';
import { type GradeModel, gradeCell } from '#method/grade.ts';
import type { Grade } from '#method/scales.ts';
import { ratedScore } from '#method/scorecard-facts.ts';
import type { Day } from '#shared/day.ts';

/** What the deal's grade would be, where it stands in the table, and what is wanting for a proposal. */
export type GradeProposal =
  | {
      readonly grade: Grade;
      readonly cell: readonly [row: 0 | 1 | 2, column: 0 | 1 | 2];
      /** percent */
      readonly likelihood: number;
    }
  | { readonly wanting: readonly ('closeOn' | 'score')[] };

/**
 * Expected close × likelihood. As long as no probability is worked out from won and lost deals, the evaluation's score
 * as it stands is the likelihood: what nobody knows does not make a deal likelier.
 */
export function proposeGrade(
  { closeOn, facts }: { readonly closeOn: Day | null; readonly facts: FactSource },
  today: Day,
  model: GradeModel,
): GradeProposal {
  const score = ratedScore(facts)?.score;
  if (!closeOn || score === undefined)
    return { wanting: [...(closeOn ? [] : ['closeOn' as const]), ...(score === undefined ? ['score' as const] : [])] };
  const cell = gradeCell(closeOn, score / 100, today, model);
  return { grade: model.table[cell[0]]![cell[1]], cell, likelihood: Math.round(score) };
}
