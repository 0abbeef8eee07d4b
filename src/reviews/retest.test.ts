import { describe, expect, test } from 'vitest';
import { retestOf, unanswered, type GivenAct, type LastReview } from '#reviews/retest.ts';

const today = '2026-03-09';
const act = (title: string, more: Partial<GivenAct> = {}): GivenAct => ({
  title,
  ownerName: '李思雨',
  dueOn: '2026-03-06',
  done: false,
  checkId: null,
  pointId: null,
  ...more,
});
const last = (more: Partial<LastReview>): LastReview => ({
  reviewId: 'r',
  reviewName: '周一评审',
  on: '2026-03-02',
  acts: [],
  vulnerabilities: [],
  ...more,
});
const met =
  (...checks: string[]) =>
  (check: string) =>
    checks.includes(check);

describe('given the acts of the last review', () => {
  test.each<[string, Partial<GivenAct>, string]>([
    ['done: done', { done: true }, 'done'],
    ['done, though its check is not met: still done', { done: true, checkId: 'decider' }, 'done'],
    ['not ticked, but its check is met meanwhile: met', { checkId: 'budget' }, 'met'],
    ['its day has passed: late', {}, 'late'],
    ['its day is today: open', { dueOn: today }, 'open'],
    ['no day: open', { dueOn: null }, 'open'],
  ])('%s', (_words, more, state) => {
    const { acts } = retestOf(last({ acts: [act('约总会计师', more)] }), met('budget'), today);
    expect(acts).toMatchObject([{ title: '约总会计师', state }]);
  });

  test('those that nobody has answered are counted', () => {
    const acts = [act('a'), act('b', { dueOn: null }), act('c', { done: true }), act('d', { checkId: 'budget' })];
    expect(unanswered(retestOf(last({ acts }), met('budget'), today))).toBe(2);
  });
});

const point = (checkId: string | null) => [{ id: 'v', text: '拍板人没见过', checkId }];

const state = (acts: GivenAct[], checkId: string | null = null) =>
  retestOf(last({ acts, vulnerabilities: point(checkId) }), met('decider'), today).vulnerabilities[0]!.state;

describe('given a vulnerability of the last review', () => {
  test.each<[string, GivenAct[], string | null, string]>([
    ['its check is met: met', [], 'decider', 'met'],
    ['its check is not met and nobody took it on: unanswered', [], 'budget', 'unanswered'],
    ['nobody took it on: unanswered', [act('别的事', { done: true })], null, 'unanswered'],
    ['every act against it is done: done', [act('约见', { done: true, pointId: 'v' })], null, 'done'],
    ['one of two is done: open', [act('a', { done: true, pointId: 'v' }), act('b', { pointId: 'v' })], null, 'open'],
  ])('%s', (_words, acts, checkId, expected) => {
    expect(state(acts, checkId)).toBe(expected);
  });
});
