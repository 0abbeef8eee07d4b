import { expect, test } from 'vitest';
import { initialsOf } from '#ui/initials.ts';

test.each([
  ['欧阳振', '阳振'],
  ['采购部部长（空缺）', '部长'],
  ['Head of purchasing (vacant)', 'HP'],
  ['院长(未接触)', '院长'],
  ['（空缺）', '空缺'],
  ['Ann', 'AN'],
])('%s is %s on a badge', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
