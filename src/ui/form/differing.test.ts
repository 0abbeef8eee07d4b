import { expect, test } from 'vitest';
import { differing } from '#ui/form/differing.ts';

test('only fields that are in the form and disagree are put to the reader', () => {
  const mine = { name: 'ERP 二期 ', note: undefined, amount: 100, tags: ['a'] };
  const latest = { name: 'ERP 二期', note: '', amount: 120, tags: ['a'], version: 3 };
  expect(differing<typeof latest>(mine as Partial<typeof latest>, latest)).toEqual(['amount']);
});
