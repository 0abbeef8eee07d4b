import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideJobs, decideMerge, mergeFields, type Job } from '#people/contact-merge.ts';
import type { Contact } from '#people/contact.ts';
import { isRefusal } from '#shared/refusal.ts';

const text = fc.constantFrom('甲', '乙', '丙');
const maybe = fc.option(text, { nil: null });
const contact = (id: string): fc.Arbitrary<Contact> =>
  fc.record({
    id: fc.constant(id),
    name: text,
    accountId: maybe,
    accountName: maybe,
    title: maybe,
    department: maybe,
    mobile: maybe,
    phone: maybe,
    email: maybe,
    wechat: maybe,
    ownerId: maybe,
    ownerName: maybe,
    tags: fc.uniqueArray(text),
    custom: fc.dictionary(fc.constantFrom('a', 'b'), text),
    version: fc.nat(),
    createdAt: fc.constant('2026-01-01T00:00:00.000Z'),
    updatedAt: fc.constant('2026-01-01T00:00:00.000Z'),
  });

test('merging loses no tag, no own field, and no field that only one side knows; what is chosen is taken', () => {
  const choice = fc.dictionary(fc.constantFrom(...mergeFields), fc.constantFrom('winner' as const, 'loser' as const));
  fc.assert(
    fc.property(contact('winner'), contact('loser'), choice, (winner, loser, chosen) => {
      const merged = decideMerge(winner, loser, chosen);
      if (isRefusal(merged)) throw new Error('refused');
      expect(merged.tags).toEqual(expect.arrayContaining([...winner.tags, ...loser.tags]));
      expect(merged.custom).toEqual({ ...loser.custom, ...winner.custom });
      for (const field of mergeFields) {
        const side = chosen[field];
        expect(merged[field]).toBe(side ? { winner, loser }[side][field] : (winner[field] ?? loser[field]));
      }
    }),
  );
});

test('not with herself', () => {
  const one = { id: 'x' } as Contact;
  expect(decideMerge(one, one, {})).toMatchObject({ code: 'contact.mergeSelf' });
});

const job = (id: string, accountId: string, fromOn: string | null, toOn: string | null = null): Job => ({
  id,
  accountId,
  fromOn,
  toOn,
  title: null,
  department: null,
});

describe('one history of jobs', () => {
  const today = '2026-06-01';
  test('the present job told twice is told once, with the day that is known', () => {
    const jobs = [job('1', 'a', null), job('2', 'a', '2024-01-01')];
    expect(decideJobs(jobs, 'a', today)).toEqual({ drop: ['1'], close: [] });
  });

  test('what is not her present employer ended when the present job began, or today', () => {
    expect(decideJobs([job('1', 'a', '2025-03-01'), job('2', 'b', '2020-01-01')], 'a', today)).toEqual({
      drop: [],
      close: [{ id: '2', toOn: '2025-03-01' }],
    });
    expect(decideJobs([job('1', 'a', null), job('2', 'b', null)], 'a', today).close).toEqual([
      { id: '2', toOn: today },
    ]);
    expect(decideJobs([job('1', 'a', null)], null, today).close).toEqual([{ id: '1', toOn: today }]);
    // Never before it began.
    expect(decideJobs([job('1', 'a', '2019-01-01'), job('2', 'b', '2020-01-01')], 'a', today).close).toEqual([
      { id: '2', toOn: '2020-01-01' },
    ]);
  });

  test('past jobs stay, but for those told twice', () => {
    const past = [job('1', 'a', '2019-01-01', '2020-01-01'), job('2', 'a', '2019-01-01', '2020-01-01')];
    expect(decideJobs([...past, job('3', 'a', '2021-01-01', '2022-01-01')], null, today)).toEqual({
      drop: ['2'],
      close: [],
    });
  });

  test('afterwards she works at one place at most, and no employer is forgotten', () => {
    const day = fc.constantFrom('2019-01-01', '2021-01-01', '2023-01-01');
    const any = fc.record({
      accountId: text,
      fromOn: fc.option(day, { nil: null }),
      toOn: fc.option(day, { nil: null }),
      title: maybe,
      department: maybe,
    });
    fc.assert(
      fc.property(fc.array(any), maybe, (some, accountId) => {
        const jobs = some.map((one, at) => ({ ...one, id: String(at) }));
        const { drop, close } = decideJobs(jobs, accountId, today);
        const left = jobs.filter(({ id }) => !drop.includes(id));
        const closed = new Set(close.map(({ id }) => id));
        const present = left.filter(({ id, toOn }) => toOn === null && !closed.has(id));
        expect(present.length).toBeLessThanOrEqual(1);
        expect(new Set(left.map((job) => job.accountId))).toEqual(new Set(jobs.map((job) => job.accountId)));
      }),
    );
  });
});
