import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** What became of an act: done; its check is met though nobody ticked it; its day has passed; still to come. */
export const actStates = ['done', 'met', 'late', 'open'] as const;
export type ActState = (typeof actStates)[number];
/** What became of a vulnerability: its check is met; all acts against it are done; some are not; nobody took it on. */
export const vulnerabilityStates = ['met', 'done', 'open', 'unanswered'] as const;
export type VulnerabilityState = (typeof vulnerabilityStates)[number];

/** What the last review of a deal left, tested against what is on record now. Nobody types these answers. */
export const Retest = z.object({
  reviewId: Id,
  reviewName: z.string(),
  on: Day,
  acts: z.array(
    z.object({ title: z.string(), ownerName: z.string(), dueOn: Day.nullable(), state: z.enum(actStates) }),
  ),
  vulnerabilities: z.array(z.object({ text: z.string(), state: z.enum(vulnerabilityStates) })),
});
export type Retest = z.infer<typeof Retest>;

export type GivenAct = {
  title: string;
  ownerName: string;
  dueOn: Day | null;
  done: boolean;
  checkId: string | null;
  /** The vulnerability that it answers. */
  pointId: string | null;
};
export type LastReview = {
  reviewId: string;
  reviewName: string;
  on: Day;
  acts: readonly GivenAct[];
  vulnerabilities: readonly { id: string; text: string; checkId: string | null }[];
};

/** @param isMet whether a check of the deal's method is met today; false also for one that its method no longer has */
export function retestOf(last: LastReview, isMet: (check: string) => boolean, today: Day): Retest {
  const met = (check: string | null) => check !== null && isMet(check);
  const answered = (point: string) => last.acts.filter(({ pointId }) => pointId === point);
  return {
    reviewId: last.reviewId,
    reviewName: last.reviewName,
    on: last.on,
    acts: last.acts.map((act) => ({
      title: act.title,
      ownerName: act.ownerName,
      dueOn: act.dueOn,
      state: actState(act, met(act.checkId), today),
    })),
    vulnerabilities: last.vulnerabilities.map(({ id, text, checkId }) => ({
      text,
      state: met(checkId) ? 'met' : answerState(answered(id)),
    })),
  };
}

export function actState({ done, dueOn }: Pick<GivenAct, 'done' | 'dueOn'>, isMet: boolean, today: Day): ActState {
  if (done) return 'done';
  if (isMet) return 'met';
  return dueOn !== null && dueOn < today ? 'late' : 'open';
}

function answerState(acts: readonly GivenAct[]): VulnerabilityState {
  if (acts.length === 0) return 'unanswered';
  return acts.every(({ done }) => done) ? 'done' : 'open';
}

/** Acts of last time that nobody has answered yet. */
export function unanswered({ acts }: Pick<Retest, 'acts'>): number {
  return acts.filter(({ state }) => state === 'late' || state === 'open').length;
}
