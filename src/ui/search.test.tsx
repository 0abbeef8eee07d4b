import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '#ui/search.tsx';

test('flat text comes back as it went', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1 })), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});

test('nothing asked leaves a bare address; numbers stay readable', () => {
  expect(stringifySearch({ stage: undefined, owner: '' })).toBe('');
  expect(stringifySearch({ page: 3, stuck: true, search: '石化 MES' })).toBe(
    '?page=3&stuck=true&search=%E7%9F%B3%E5%8C%96+MES',
  );
});
