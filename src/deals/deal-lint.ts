import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { CloseMove, LintStep, LintSubject } from '#method/lint/lint-subject.ts';
import { dayOf } from '#shared/day.ts';
import type { Deal } from '#deals/deal.ts';

/** What the lint asks beyond the deal itself: its tasks, and how its close day moved. */
export type Course = { readonly steps: readonly LintStep[]; readonly closeMoves: readonly CloseMove[] };
export const noCourse: Course = { steps: [], closeMoves: [] };

type Linted = Pick<Deal, 'stageId' | 'state' | 'stageSince' | 'closeOn' | 'overrides' | 'createdAt'>;

/** The deal as the lint rules see it; null when it rests, is lost or all done: nothing is to be found there. */
export function lintSubject(
  deal: Linted & Pick<Deal, 'finishedOn'>,
  compiled: CompiledPlaybook,
  situation: Situation,
  { steps, closeMoves }: Course,
): LintSubject | null {
  if (deal.state === 'parked' || deal.state === 'lost' || deal.finishedOn) return null;
  return {
    compiled,
    stageId: deal.stageId,
    state: deal.state,
    situation,
    startedOn: dayOf(deal.createdAt),
    stageSince: dayOf(deal.stageSince),
    closeOn: deal.closeOn,
    steps,
    closeMoves,
    overrides: deal.overrides,
  };
}

/** The course once a command moves the close day. */
export function withCloseMove(
  course: Course,
  before: Pick<Deal, 'closeOn'>,
  after: Pick<Deal, 'closeOn'>,
  on: string,
): Course {
  if (before.closeOn === after.closeOn) return course;
  return { ...course, closeMoves: [...course.closeMoves, { on, from: before.closeOn, to: after.closeOn }] };
}
