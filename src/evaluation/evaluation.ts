import { z } from 'zod';
import { type GradeModel, defaultGrading } from '#method/grade.ts';
import { grades, type Grade } from '#method/scales.ts';
import { type ScorecardModel, defaultScorecard, scorecardItems } from '#method/scorecard.ts';
import { inBoth } from '#shared/input-words.ts';

const keysOf = <K extends string>(words: { readonly [key in K]: unknown }) => Object.keys(words) as [K, ...K[]];
const percent = z.int().min(1).max(100);
const days = z.int().min(1).max(3650);
const GradeId = z.enum(keysOf(grades));
const Row = z.tuple([GradeId, GradeId, GradeId]);

/** What a company holds for worth its time (Playbooks P3): weights, lines, the table of grades, and when to warn. */
export const EvaluationModel = z
  .object({
    weights: z.record(z.enum(keysOf(scorecardItems)), z.int().min(0).max(100)).meta({ description: '0: not rated' }),
    go: z.int().min(1).max(100).meta({ description: 'Scores 0–100: go from here on' }),
    drop: z.int().min(0).max(99).meta({ description: 'Below this: drop; between the two, lower contact' }),
    grading: z.object({
      nearDays: days,
      middleDays: days,
      likely: percent,
      possible: percent,
      table: z.tuple([Row, Row, Row]).meta({ description: 'near, middle, far × likely, possible, unlikely' }),
    }),
    effort: z.object({
      low: z.enum(['C', 'D']).meta({ description: 'Deals of this grade and below count as low' }),
      share: percent.meta({ description: 'Warn when low grades take at least this share of the acts, percent' }),
      acts: z.int().min(1).max(1000).meta({ description: 'Fewer acts than this warn of nothing' }),
    }),
  })
  .superRefine(({ weights, go, drop, grading }, context) => {
    const fault = (path: string[], zh: string, en: string) =>
      context.addIssue({ code: 'custom', path, message: inBoth({ zh, en }) });
    if (Object.values(weights).every((weight) => weight === 0))
      fault(['weights'], '至少要有一项有权重', 'At least one item needs a weight');
    if (drop >= go) fault(['drop'], '放弃线要低于跟进线', 'The line to drop must be below the line to go');
    if (grading.middleDays <= grading.nearDays)
      fault(['grading', 'middleDays'], '要比“近期”的天数多', 'Must be more days than near');
    if (grading.possible >= grading.likely)
      fault(['grading', 'possible'], '要低于“很可能”的线', 'Must be below the line for likely');
  });
export type EvaluationModel = z.infer<typeof EvaluationModel>;

export const defaultEvaluation: EvaluationModel = {
  weights: Object.fromEntries(
    defaultScorecard.items.map(({ id, weight }) => [id, weight]),
  ) as EvaluationModel['weights'],
  go: defaultScorecard.go,
  drop: defaultScorecard.drop,
  grading: {
    nearDays: defaultGrading.nearDays,
    middleDays: defaultGrading.middleDays,
    likely: defaultGrading.likely * 100,
    possible: defaultGrading.possible * 100,
    table: defaultGrading.table.map((row) => [...row]) as EvaluationModel['grading']['table'],
  },
  effort: { low: 'D', share: 25, acts: 10 },
};

/** As the method's engine takes it: items without weight are not rated. */
export function scorecardOf({ weights, go, drop }: Pick<EvaluationModel, 'weights' | 'go' | 'drop'>): ScorecardModel {
  const items = keysOf(scorecardItems).map((id) => ({ id, name: scorecardItems[id], weight: weights[id] }));
  return { top: defaultScorecard.top, go, drop, items: items.filter(({ weight }) => weight > 0) };
}

export function gradingOf({ grading }: Pick<EvaluationModel, 'grading'>): GradeModel {
  return { ...grading, likely: grading.likely / 100, possible: grading.possible / 100 };
}

/** Grades that count as low. */
export function lowGrades({ effort }: Pick<EvaluationModel, 'effort'>): readonly Grade[] {
  return effort.low === 'C' ? ['C', 'D'] : ['D'];
}
