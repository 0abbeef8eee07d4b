import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reviewText } from '#method/proofread/proofread.ts';

const small = readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8');
const found = (text: string) => reviewText(text).map(({ weight, at, words }) => ({ weight, at, words: words.zh }));

/** The small method with weights of its own, and of its first check. */
function weighing(whole: string, check: string): string {
  const verify = '        verify: {zh: 看批文';
  expect(small).toContain(verify);
  return small.replace('version: 1', `version: 1\n${whole}`).replace(verify, `${check}${verify}`);
}
const first = (weights: string) => `        weights: ${weights}\n`;
const at = 'stages[0].checks[0].weights';

test('stronger evidence that weighs at least as much is left alone', () => {
  expect(found(weighing('weights: {rumour: 0, said: 0.1}', ''))).toEqual([]);
  expect(found(weighing('weights: {said: 0.8, done: 0.8}', first('{rumour: 0.5}')))).toEqual([]);
});

test('weaker evidence that weighs more, of the method or of one check beside it', () => {
  const turned = { weight: 'warning', words: expect.stringContaining('较弱的证据') as string };
  expect(found(weighing('weights: {rumour: 0.8}', ''))).toEqual([{ ...turned, at: 'weights' }]);
  expect(found(weighing('', first('{written: 0.1}')))).toEqual([{ ...turned, at }]);
  expect(found(weighing('weights: {done: 0.3, said: 0.2}', first('{said: 0.4}')))).toEqual([{ ...turned, at }]);
});

test('a check that no evidence can meet: barred where it is ★, told where it is not', () => {
  const blind = weighing('', first('{rumour: 0, said: 0, done: 0, written: 0}'));
  expect(found(blind)).toEqual([]); // its rule may still meet it
  const unruled = blind.replace(/^ +rule: {fact: budget.*\n +accept: .*\n/m, '');
  expect(found(unruled)).toMatchObject([{ weight: 'error', at, words: expect.stringContaining('永远证实不了') }]);
  expect(found(unruled.replace('        mandatory: true\n', ''))).toMatchObject([
    { weight: 'warning', at: 'stages[0]' },
    { weight: 'warning', at },
  ]);
});
