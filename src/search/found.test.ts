import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, likenessOf, ranked } from '#search/found.ts';
import { readAs } from '#search/initials.server.ts';

const like = (typed: string, name: string, besides: (string | null)[] = []) => likenessOf(typed, name, besides, readAs);

describe('how well a record answers', () => {
  test.each([
    ['华为技术', '华为技术', 'whole'],
    ['华为', '华为技术有限公司', 'start'],
    ['ＥＲＰ', 'erp 升级', 'start'],
    ['二期', 'MES 二期', 'word'],
    ['技术', '华为技术有限公司', 'inside'],
    ['hwjs', '深圳华为技术', 'initials'],
    ['yh', '中国工商银行', 'initials'],
    ['138 1234', '张伟', 'beside'],
    ['宝钢', 'MES二期', 'beside'],
    ['宝钢 二期', 'MES二期', 'beside'],
  ])('%s finds %s: %s', (typed, name, likeness) => {
    expect(like(typed, name, ['宝钢股份', '13800001234', null])).toBe(likeness);
  });

  test.each([
    ['为华', '华为华'.slice(0, 2)],
    ['技术华为', '华为技术华'.slice(0, 4)],
    ['jshw', '华为技术'],
    ['!!', '华为'],
    ['', '华为'],
    ['%', '100%'],
  ])('%s does not find %s: the same slices in another order', (typed, name) => {
    expect(like(typed, name)).toBeNull();
  });

  test('every part of a name finds it, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (name, a, b) => {
        const chars = Array.from(bare(name));
        const part = chars
          .slice(Math.min(a, b) % (chars.length + 1), (Math.max(a, b) % (chars.length + 1)) + 1)
          .join('');
        fc.pre(bare(part) !== '');
        expect(like(part, name)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

test('best first, and among equals as they came', () => {
  const names = ['上海华为', '华为二部', '华为', '华为一部', '中兴'];
  expect(ranked(names, (name) => like('华为', name), 3)).toEqual(['华为', '华为二部', '华为一部']);
});
