import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChainMap, emptyMap } from '#chain/chain-map.ts';
import { mapProblems } from '#chain/map-problems.ts';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';

const codes = (map: ChainMap) => mapProblems(map).map(({ code }) => code);

describe('what is wrong with a map', () => {
  test('all of it at once, in both languages', () => {
    const map = mapWith(
      [person(1), person(2), person(3, { faction: id(9) }), { kind: 'ours', id: id(4), name: '小张' }],
      [
        edge(1, 'reportsTo', 1, 2),
        edge(2, 'reportsTo', 2, 1),
        edge(3, 'reportsTo', 1, 3),
        edge(4, 'knows', 1, 1),
        edge(5, 'knows', 1, 77),
        edge(6, 'ally', 1, 2),
        edge(7, 'ally', 2, 1),
        edge(8, 'reportsTo', 4, 1),
      ],
      ['甲派', '甲派'],
    );
    const problems = mapProblems({ ...map, nodes: [...map.nodes, person(2)] });
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'endMissing',
      'factionMissing',
      'reportingCycle',
      'sameEdge',
      'sameFactionName',
      'sameId',
      'selfEdge',
      'twoBosses',
      'wrongEnds',
    ]);
    expect(problems.find(({ code }) => code === 'reportingCycle')!.words).toEqual({
      zh: '汇报关系绕成了一圈：某工1 → 某工2 → 某工1',
      en: 'The reporting line runs in a circle: 某工1 → 某工2 → 某工1',
    });
    for (const { words, items } of problems) {
      expect(words.zh).not.toBe('');
      expect(words.en).not.toBe('');
      expect(items.length).toBeGreaterThan(0);
    }
  });

  test('an influence back is no duplicate, and three in a row no circle', () => {
    const three = [person(1), person(2), person(3)];
    expect(
      codes(
        mapWith(three, [
          edge(1, 'reportsTo', 1, 2),
          edge(2, 'reportsTo', 2, 3),
          edge(3, 'influences', 1, 2),
          edge(4, 'influences', 2, 1),
        ]),
      ),
    ).toEqual([]);
    expect(codes(emptyMap)).toEqual([]);
  });

  test('random maps are of the shape and have no problem', () => {
    fc.assert(
      fc.property(anyMap(12), (map) => {
        expect(ChainMap.safeParse(map).error).toBeUndefined();
        expect(mapProblems(map)).toEqual([]);
      }),
    );
  });

  test('a chain of reports closed anywhere is found as one circle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (n, back) => {
        const people = Array.from({ length: n }, (_, i) => person(i));
        const up = people.slice(1).map((_, i) => edge(i, 'reportsTo', i, i + 1));
        const closed = mapWith(people, [...up, edge(99, 'reportsTo', n - 1, back % (n - 1))]);
        expect(codes(closed)).toEqual(['reportingCycle']);
        expect(mapProblems(closed)[0]!.items).toHaveLength(n - (back % (n - 1)));
      }),
    );
  });
});
