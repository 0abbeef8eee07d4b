import { expect, test } from 'vitest';
import { closeDays, nextDays } from '#today/next-days.ts';

const keys = (days: readonly { key: string; day: string }[]) => days.map(({ key, day }) => `${key} ${day}`);

test.each([
  ['2026-11-23', ['tomorrow 2026-11-24', 'friday 2026-11-27', 'monday 2026-11-30']],
  ['2026-11-26', ['tomorrow 2026-11-27', 'monday 2026-11-30', 'inWeek 2026-12-03']],
  ['2026-11-27', ['tomorrow 2026-11-28', 'monday 2026-11-30', 'inWeek 2026-12-04']],
  ['2026-11-29', ['tomorrow 2026-11-30', 'friday 2026-12-04', 'inWeek 2026-12-06']],
])('from %s one may choose %j', (today, days) => {
  expect(keys(nextDays(today))).toEqual(days);
});

test('a signature is put off to days that people mean, in order', () => {
  expect(keys(closeDays('2026-11-22'))).toEqual([
    'endOfMonth 2026-11-30',
    'inMonth 2026-12-22',
    'endOfNextMonth 2026-12-31',
  ]);
  expect(keys(closeDays('2026-02-10'))).toEqual([
    'endOfMonth 2026-02-28',
    'inMonth 2026-03-12',
    'endOfNextMonth 2026-03-31',
  ]);
});
