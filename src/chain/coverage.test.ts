import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainNode } from '#chain/chain-map.ts';
import { coverageOf } from '#chain/coverage.ts';
import { anyMap, edge, id, mapWith, person, renamed } from '#chain/random-map.testing.server.ts';

const ours = (n: number, name: string, level?: 'operating' | 'managing' | 'deciding'): ChainNode => ({
  kind: 'ours',
  id: id(n),
  name,
  level,
});

describe('relationship coverage and level parity', () => {
  test('who holds whom, whose level is not met, and what to do', () => {
    const map = mapWith(
      [
        person(1, { name: '李工', roles: ['user'], level: 'operating' }),
        person(2, { name: '赵总', roles: ['finalSay'], level: 'deciding' }),
        person(3, { name: '钱总', key: true, level: 'deciding' }),
        person(4, { name: '门卫' }),
        ours(5, '小张', 'operating'),
        ours(6, '陈总', 'deciding'),
      ],
      [edge(1, 'knows', 5, 1), edge(2, 'knows', 1, 6), edge(3, 'introducedBy', 2, 5)],
    );
    const coverage = coverageOf(map);
    expect(coverage.people).toEqual([
      { personId: id(1), ours: [id(5), id(6)], levelGap: 0 },
      { personId: id(2), ours: [id(5)], levelGap: 2 },
      { personId: id(3), ours: [], levelGap: null },
    ]);
    expect(coverage).toMatchObject({ covered: 4 / 7, doubled: 1 / 7, parity: 1 / 4 });
    expect(coverage.holes.map(({ words, act }) => [words.zh, act.zh])).toEqual([
      ['赵总在决策层，我方联系人低 2 级', '请陈总出面拜访赵总'],
      ['我方无人联系钱总', '指定一位同事负责钱总，并约第一次见面'],
    ]);
  });

  test('without an equal of ours, one is brought in; without marks, everybody counts', () => {
    const map = mapWith(
      [person(1, { name: '赵总', level: 'deciding' }), ours(2, '小张', 'operating')],
      [edge(1, 'knows', 2, 1)],
    );
    expect(coverageOf(map).holes[0]!.act.zh).toBe('请我方一位决策层的领导出面拜访赵总');
    expect(coverageOf(mapWith([]))).toEqual({ people: [], covered: 0, doubled: 0, parity: null, holes: [] });
  });

  test('shares lie between 0 and 1, the double within the single, and names or order do not matter', () => {
    fc.assert(
      fc.property(anyMap(10), (map) => {
        const { covered, doubled, parity } = coverageOf(map);
        expect(covered).toBeLessThanOrEqual(1);
        expect(doubled).toBeLessThanOrEqual(covered);
        expect(parity ?? 0).toBeGreaterThanOrEqual(0);
        const other = coverageOf(renamed(map));
        expect(other.covered).toBeCloseTo(covered, 10);
        expect(other.parity ?? -1).toBeCloseTo(parity ?? -1, 10);
      }),
    );
  });
});
