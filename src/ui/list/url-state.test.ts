import { describe, expect, test } from 'vitest';
import { flagCodec, oneOfCodec, someOfCodec, textCodec } from '#ui/list/codec.ts';
import { nextSort, readAsked, sameSearch } from '#ui/list/url-state.ts';

const filters = {
  search: { codec: textCodec },
  stage: { codec: oneOfCodec(['lead', 'bid']) },
  grades: { codec: someOfCodec(['A', 'B', 'C']) },
  stuck: { codec: flagCodec },
};
const columns = [{ sort: 'name' }, {}, { sort: 'amount' }];

describe('what a URL asks of a list', () => {
  test('known words are read', () => {
    const url = { search: ' 石化 ', stage: 'bid', grades: 'C,A', stuck: '1', sort: 'amount', order: 'desc' };
    expect(readAsked(url, filters, columns)).toEqual({
      values: { search: '石化', stage: 'bid', grades: ['A', 'C'], stuck: true },
      sort: 'amount',
      order: 'desc',
    });
  });

  test('unknown words open the whole list', () => {
    const url = { search: '  ', stage: 'nonsense', grades: 'Z', stuck: 'yes', sort: 'drop table', order: 'desc' };
    expect(readAsked(url, filters, columns)).toEqual({ values: {}, sort: undefined, order: undefined });
  });

  test('clicking a column goes up, down, and back to the list’s own order', () => {
    expect(nextSort({}, 'name')).toEqual({ sort: 'name', order: 'asc' });
    expect(nextSort({ sort: 'name', order: 'asc' }, 'name')).toEqual({ sort: 'name', order: 'desc' });
    expect(nextSort({ sort: 'name', order: 'desc' }, 'name')).toEqual({ sort: undefined, order: undefined });
    expect(nextSort({ sort: 'name', order: 'desc' }, 'amount')).toEqual({ sort: 'amount', order: 'asc' });
  });

  test('a saved view is the present one whatever the order of its words', () => {
    expect(sameSearch({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameSearch({ a: '1' }, { a: '1', b: '2' })).toBe(false);
  });
});
