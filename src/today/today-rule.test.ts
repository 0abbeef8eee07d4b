import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfMonth, reasons, sectioned, type Reason } from '#today/today.ts';

const row = (id: string, reason: Reason) => ({ id, reason });

test('a deal stands once, under its most important reason, and the others stand on its line', () => {
  const placed = sectioned([row('a', 'stuck'), row('b', 'stuck'), row('a', 'oneAnswer'), row('a', 'noNext')], 5);
  expect(placed.oneAnswer).toEqual([{ row: row('a', 'oneAnswer'), reasons: ['oneAnswer', 'noNext', 'stuck'] }]);
  expect(placed.noNext).toEqual([]);
  expect(placed.stuck).toEqual([{ row: row('b', 'stuck'), reasons: ['stuck'] }]);
});

test('no deal twice, no section longer than asked, none lost while there is room', () => {
  const rows = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), reason: fc.constantFrom(...reasons) }),
    {
      selector: ({ id, reason }) => `${id}${reason}`,
    },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 6 }), (given, most) => {
      const placed = sectioned(given, most);
      const ids = reasons.flatMap((reason) => placed[reason].map((line) => line.row.id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const reason of reasons) expect(placed[reason].length).toBeLessThanOrEqual(most);
      expect(most < 4 || new Set(given.map(({ id }) => id)).size === ids.length).toBe(true);
    }),
  );
});

test.each([
  ['2026-02-03', '2026-02-28'],
  ['2028-02-29', '2028-02-29'],
  ['2026-12-31', '2026-12-31'],
])('%s is in a month that ends on %s', (day, end) => {
  expect(endOfMonth(day)).toBe(end);
});
