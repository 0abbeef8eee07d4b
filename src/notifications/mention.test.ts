import { expect, test } from 'vitest';
import { mentionedIn } from '#notifications/mention.ts';

const people = [
  { id: 'wang', name: '王明' },
  { id: 'wanghua', name: '王明华' },
  { id: 'li', name: 'Li Na' },
  { id: 'li2', name: 'Li Na' },
];

test.each([
  ['@王明 请跟进', ['wang']],
  ['请＠王明华看一下', ['wanghua']],
  ['@王明华和@王明都要到场', ['wanghua', 'wang']],
  ['cc @Li Na.', ['li', 'li2']],
  ['王明说可以', []],
  ['mail@王', []],
  ['', []],
])('%j calls %j', (body, called) => {
  expect(mentionedIn(body, people)).toEqual(called);
});
