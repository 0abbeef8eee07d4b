import { type Day, daysBetween } from '#shared/day.ts';
import type { Grade } from '#method/scales.ts';

/** near, middle, far × likely, possible, unlikely */
export type GradeTable = readonly (readonly [likely: Grade, possible: Grade, unlikely: Grade])[];

/** Lines between near, middle and far, and between likely, possible and unlikely; and the grade of each meeting. */
export type GradeModel = {
  readonly nearDays: number;
  readonly middleDays: number;
  readonly likely: number;
  readonly possible: number;
  readonly table: GradeTable;
};

export const defaultGrading: GradeModel = {
  nearDays: 90,
  middleDays: 180,
  likely: 0.6,
  possible: 0.3,
  table: [
    ['A', 'B', 'D'], // near
    ['B', 'C', 'D'], // middle
    ['C', 'D', 'D'], // far
  ],
};

/**
 * Expected close × likelihood (0–1). A: all-out, enter the buying process · B: bounded time, keep it warm · C: watch
 * for changes · D: last. A close day that has passed counts as near.
 */
export function gradeDeal(expectedClose: Day, likelihood: number, today: Day, model = defaultGrading): Grade {
  const [row, column] = gradeCell(expectedClose, likelihood, today, model);
  return model.table[row]![column];
}

/** Where the deal stands in the table: row 0 near … 2 far, column 0 likely … 2 unlikely. */
export function gradeCell(
  expectedClose: Day,
  likelihood: number,
  today: Day,
  model = defaultGrading,
): readonly [row: 0 | 1 | 2, column: 0 | 1 | 2] {
  const days = daysBetween(today, expectedClose);
  const row = days <= model.nearDays ? 0 : days <= model.middleDays ? 1 : 2;
  return [row, likelihood >= model.likely ? 0 : likelihood >= model.possible ? 1 : 2];
}
