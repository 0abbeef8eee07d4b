import { describe, expect, test } from 'vitest';
import { dayWords, distanceWords, fullDayWords } from '#ui/day-words.ts';

const today = '2026-12-08';

describe('days in words', () => {
  test('the year is said only when it is another', () => {
    expect(dayWords('2026-03-08', today, 'zh')).toBe('3月8日');
    expect(dayWords('2027-03-08', today, 'zh')).toBe('2027年3月8日');
    expect(dayWords('2027-03-08', today, 'en')).toBe('Mar 8, 2027');
    expect(fullDayWords('2026-03-08', 'zh')).toBe('2026年3月8日星期日');
  });

  test.each([
    ['2026-12-08', false, '今天'],
    ['2026-12-09', false, '明天'],
    ['2026-12-11', false, '3 天后'],
    ['2026-12-07', false, '昨天'],
    ['2026-12-07', true, '已逾期 1 天'],
    ['2026-11-28', true, '已逾期 10 天'],
    ['2027-03-08', false, undefined],
  ])('%s from today', (day, due, said) => {
    expect(distanceWords(day, today, 'zh', due)).toBe(said);
  });
});
