import { expect, test } from 'vitest';
import { matches } from '#ui/palette/match.ts';

test.each([
  ['', true],
  ['商机', true],
  ['新建', true],
  ['DEAL', true],
  ['xjsj', true],
  ['new deal', true],
  ['deal new', true],
  ['ｄｅａｌ', true],
  ['客户', false],
])('typing "%s" finds the command: %s', (text, found) => {
  expect(matches(text, ['新建商机', 'New deal', 'xjsj'])).toBe(found);
});
