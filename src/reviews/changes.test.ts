import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, type DealEvent, type DealTask } from '#reviews/changes.ts';

const where = { today: '2026-03-02', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const event = (type: string, data: object, at = '2026-02-20T02:00:00.000Z'): DealEvent => ({
  at,
  type,
  actorName: '李思雨',
  data: { ...data },
});
const told = (events: DealEvent[], tasks: DealTask[] = []) => changesOf(events, tasks, where);
const moved = (from: string, to: string, at: string) =>
  event('deal.changed', { before: { closeOn: from }, after: { closeOn: to } }, at);

const task = (title: string, dueOn: string | null, doneAt: string | null) => ({
  title,
  ownerName: '徐牧',
  dueOn,
  doneAt,
});

describe('what changed since last time', () => {
  test('money is told as its sum', () => {
    const grew = event('deal.changed', { before: { amount: 100 }, after: { amount: 300 } }, '2026-02-01T00:00:00.000Z');
    const shrank = event(
      'deal.changed',
      { before: { amount: 300 }, after: { amount: 200 } },
      '2026-02-09T00:00:00.000Z',
    );
    expect(told([shrank, grew])).toEqual([{ kind: 'amount', from: 100, to: 200, currency: 'CNY' }]);
    const back = event('deal.changed', { before: { amount: 200 }, after: { amount: 100 } }, '2026-02-10T00:00:00.000Z');
    expect(told([grew, shrank, back])).toEqual([]);
  });

  test('a day of signature that went and came back was still moved', () => {
    const twice = [
      moved('2026-04-01', '2026-05-01', '2026-02-01T00:00:00.000Z'),
      moved('2026-05-01', '2026-06-01', '2026-02-02T00:00:00.000Z'),
      moved('2026-06-01', '2026-04-01', '2026-02-03T00:00:00.000Z'),
    ];
    expect(told(twice)).toEqual([{ kind: 'closeOn', from: '2026-04-01', to: '2026-04-01', later: 2 }]);
    expect(told([moved('2026-05-01', '2026-04-01', '2026-02-01T00:00:00.000Z')])).toEqual([
      { kind: 'closeOn', from: '2026-05-01', to: '2026-04-01', later: 0 },
    ]);
  });

  test('each move along the stages, with where to and why', () => {
    const to = { zh: '投标', en: 'Bid' };
    const data = { move: { to: 'bid', reason: '客户催标' }, words: { 'stage:bid': to } };
    expect(told([event('deal.overridden', data)])).toEqual([
      { kind: 'stage', how: 'overridden', to, note: '客户催标', on: '2026-02-20', by: '李思雨' },
    ]);
    expect(told([event('deal.lost', { after: { reasonNote: '价高' } })])).toMatchObject([
      { kind: 'stage', how: 'lost', to: null, note: '价高' },
    ]);
  });

  test('evidence for and against, and what was taken back', () => {
    const check = { zh: '预算已批', en: 'Budget approved' };
    const evidence = { check: 'budget', statement: '总会计师说明年再批', direction: 'refutes' };
    const added = event('deal.evidenceAdded', { evidence, words: { 'check:budget': check } });
    const retracted = event('deal.evidenceRetracted', { reason: '听错了' }, '2026-02-21T02:00:00.000Z');
    expect(told([retracted, added])).toEqual([
      { kind: 'evidence', check, statement: evidence.statement, against: true, on: '2026-02-20', by: '李思雨' },
      { kind: 'retracted', reason: '听错了', on: '2026-02-21', by: '李思雨' },
    ]);
  });

  test('next acts done, and those whose day has passed; what is still to come is not a change', () => {
    const tasks = [
      task('约总会计师', '2026-03-01', null),
      task('交方案', '2026-03-02', null),
      task('哪天都行', null, null),
      task('报价', '2026-02-20', '2026-02-25T17:00:00.000Z'),
    ];
    expect(told([], tasks)).toEqual([
      { kind: 'done', title: '报价', on: '2026-02-26', by: '徐牧' },
      { kind: 'late', title: '约总会计师', on: '2026-03-01', by: '徐牧' },
    ]);
  });
});

test('whatever an event holds, and in whatever order it comes, the changes are the same', () => {
  const anyEvent = fc.record<DealEvent>({
    at: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}T01:00:00.000Z`),
    type: fc.constantFrom('deal.changed', 'deal.advanced', 'deal.evidenceAdded', 'deal.evidenceRetracted', 'deal.lost'),
    actorName: fc.option(fc.constant('某人')),
    data: fc.dictionary(fc.constantFrom('before', 'after', 'move', 'words', 'evidence', 'reason'), fc.anything()),
  });
  const unique = fc.uniqueArray(anyEvent, { selector: ({ at }) => at, maxLength: 8 });
  fc.assert(
    fc.property(unique, (events) => {
      expect(told(events.toReversed())).toEqual(told(events));
    }),
    { numRuns: 200 },
  );
});
