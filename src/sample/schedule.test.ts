import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays } from '#shared/day.ts';
import { chance, spoken, timeOf, workDay } from '#sample/relative.ts';
import { readContent } from '#sample/sample.server.ts';
import { schedule } from '#sample/schedule.ts';
import { creditCodeFor } from '#sample/numbers.ts';
import { creditCodeFault } from '#accounts/credit-code.ts';

const today = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));

describe('days of the sample', () => {
  test('are work days and keep their order', () => {
    fc.assert(
      fc.property(today, fc.integer({ min: -365, max: 300 }), (day, offset) => {
        const at = workDay(day, offset);
        expect([0, 6]).not.toContain(new Date(`${at}T00:00:00Z`).getUTCDay());
        expect(at >= workDay(day, offset - 1)).toBe(true);
      }),
    );
  });

  test('are spoken as people speak them', () => {
    expect(spoken('招标 <+40>，<m+40> 定，<y-300>起', '2026-01-05')).toBe('招标 2月13日，2月 定，2025年起');
    expect(timeOf('2026-01-05', 545)).toBe('2026-01-05T01:05:00.000Z');
  });

  test('are the same each time, in order, and all past', async () => {
    const content = await readContent();
    const once = schedule(content, '2026-03-04T02:00:00.000Z');
    expect(schedule(content, '2026-03-04T02:00:00.000Z')).toEqual(once);
    expect(once.every(({ at }, i) => i === 0 || once[i - 1]!.at <= at)).toBe(true);
    expect(once.at(-1)!.at < '2026-03-04').toBe(true);
  });
});

test('invented credit codes pass their check', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (name, isPublic) => {
      expect(creditCodeFault(creditCodeFor(name, isPublic))).toBeNull();
      expect(chance(name, 7)).toBeLessThan(7);
    }),
  );
});
