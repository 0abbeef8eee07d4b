import { expect, test } from 'vitest';
import { gramsOf, gramsSought } from '#platform/search/grams.server.ts';

const holds = (texts: string[], typed: string) => {
  const grams = new Set(gramsOf(texts));
  const { literal, initials } = gramsSought(typed);
  const all = (wanted: string[]) => wanted.length > 0 && wanted.every((gram) => grams.has(gram));
  return all(literal) || (initials !== null && all(initials));
};

test.each([
  ['华为技术有限公司', '华为'],
  ['华为技术有限公司', 'hw'],
  ['华为技术有限公司', 'HWJS'],
  ['华为技术有限公司', '为技术'],
  ['重庆长安汽车', 'cqca'],
  ['中国工商银行', 'gsyh'],
  ['王建国', '王'],
  ['王建国', 'w'],
  ['ABC 电气', 'abc'],
  ['ABC 电气', 'ＡＢＣ'],
  ['Hewlett 惠普', 'hp'],
])('%s is found by %s', (name, typed) => {
  expect(holds([name], typed)).toBe(true);
});

test.each([
  ['华为技术有限公司', '中兴'],
  ['华为技术有限公司', 'zx'],
  ['华为技术有限公司', '!!'],
  ['华为技术有限公司', ''],
])('%s is not found by %s', (name, typed) => {
  expect(holds([name], typed)).toBe(false);
});

test('initials never match as literal text', () => {
  expect(gramsOf(['华为'])).toEqual(['华为', '~hw', '华', '~h', '^华为', '^~hw']);
  expect(gramsOf(['hw'])).toEqual(['hw', 'h', '^hw']);
});
