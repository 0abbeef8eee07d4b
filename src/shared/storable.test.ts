import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unstorablePaths } from '#shared/storable.ts';

test('names each place, in objects, lists and keys', () => {
  expect(unstorablePaths({ a: 'x\0', b: ['ok', { c: '\ud800' }], 'k\0': 1 })).toEqual([['a'], ['b', 1, 'c'], []]);
});

test('lets every well-formed text pass', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const wellFormed = text.isWellFormed() && !text.includes('\0');
      expect(unstorablePaths(text)).toEqual(wellFormed ? [] : [[]]);
    }),
  );
});
