import { type Day, daysBetween } from '#shared/day.ts';
import type { Grade } from '#method/scales.ts';

/** Lines between near, middle and far, and between likely, possible and unlikely. */
export type GradeModel = {
  readonly nearDays: number;
  readonly middleDays: number;
  readonly likely: number;
  readonly possible: number;
};

export const defaultGrading: GradeModel = { nearDays: 90, middleDays: 180, likely: 0.6, possible: 0.3 };

const table: readonly (readonly [likely: Grade, possible: Grade, unlikely: Grade])[] = [
  ['A', 'B', 'D'], // near
  ['B', 'C', 'D'], // middle
  ['C', 'D', 'D'], // far
];

/**
 * Expected close × likelihood (0–1). A: all-out, enter the buying process · B: bounded time, keep it warm · C: watch
 * for changes · D: last. A close day that has passed counts as near.
 */
export function gradeDeal(expectedClose: Day, likelihood: number, today: Day, model = defaultGrading): Grade {
  const days = daysBetween(today, expectedClose);
  const row = table[days <= model.nearDays ? 0 : days <= model.middleDays ? 1 : 2]!;
  return row[likelihood >= model.likely ? 0 : likelihood >= model.possible ? 1 : 2];
}
