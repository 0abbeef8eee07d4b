import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortOut } from '#platform/list/many.ts';

const row = (id: string, version: number, mine = true) => ({ id, version, mine });
const may = ({ mine }: { mine: boolean }) => mine;

test('each record that is left says why, the others are chosen', () => {
  const loaded = [row('a', 1), row('b', 2), row('c', 1, false)];
  const asked = ['a', 'b', 'c', 'd', 'a'].map((id) => ({ id, version: 1 }));
  const { chosen, left } = sortOut(asked, loaded, may);
  expect(chosen.map(({ asked: { id } }) => id)).toEqual(['a']);
  expect(left).toEqual({ notFound: 1, changed: 1, notYours: 1 });
});

test('nothing is lost: chosen and left are all that was asked', () => {
  const one = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), version: fc.integer({ min: 1, max: 2 }) });
  const some = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), version: fc.constant(1), mine: fc.boolean() }),
    {
      selector: ({ id }) => id,
    },
  );
  fc.assert(
    fc.property(fc.array(one), some, (asked, loaded) => {
      const { chosen, left } = sortOut(asked, loaded, may);
      const sum = chosen.length + left.notFound + left.changed + left.notYours;
      expect(sum).toBe(new Set(asked.map(({ id }) => id)).size);
      expect(chosen.every(({ row: { mine, version }, asked: { version: seen } }) => mine && version === seen)).toBe(
        true,
      );
    }),
  );
});
