import { taken, takenCustom, united, type MergeChoice } from '#platform/merge.ts';
import type { Day } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import type { Contact } from '#people/contact.ts';

/** The fields that can come from either side of a merge. */
export const mergeFields = [
  'name',
  'title',
  'department',
  'mobile',
  'phone',
  'email',
  'wechat',
  'accountId',
  'ownerId',
] as const satisfies readonly (keyof Contact)[];
export type MergeField = (typeof mergeFields)[number];

/** What the winner becomes; the rest of the loser stays readable in its own row. */
export function decideMerge(winner: Contact, loser: Contact, choice: MergeChoice) {
  if (winner.id === loser.id) return refuse('contact.mergeSelf');
  return {
    ...taken(mergeFields, winner, loser, choice),
    tags: united(winner.tags, loser.tags),
    custom: takenCustom(winner.custom, loser.custom, choice),
  };
}

/** A time at an employer; `toOn` null: she is there. */
export type Job = {
  id: string;
  accountId: string;
  title: string | null;
  department: string | null;
  fromOn: Day | null;
  toOn: Day | null;
};

/**
 * One history out of two: of jobs that are told twice one is left, and she works at one employer now, the chosen one;
 * whatever else was thought to be her present job ended when that one began, as far as anybody knows.
 *
 * @param accountId the chosen present employer
 */
export function decideJobs(jobs: readonly Job[], accountId: string | null, today: Day) {
  const present = jobs.filter((job) => job.toOn === null);
  const here = present.filter((job) => job.accountId === accountId).toSorted(byStart);
  const [stays, ...again] = here;
  const close = present
    .filter((job) => job.accountId !== accountId)
    .map(({ id, fromOn }) => {
      const end = stays?.fromOn ?? today;
      return { id, toOn: fromOn !== null && fromOn > end ? fromOn : end };
    });
  const seen = new Set<string>();
  const told = jobs.filter((job) => {
    if (job.toOn === null) return false;
    const { accountId: at, title, department, fromOn, toOn } = job;
    const key = JSON.stringify([at, title, department, fromOn, toOn]);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
  return { drop: [...again, ...told].map(({ id }) => id), close };
}

/** Known days first, the earliest of them. */
function byStart(a: Job, b: Job): number {
  return (a.fromOn ?? '9999-12-31') < (b.fromOn ?? '9999-12-31') ? -1 : 1;
}
