import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathsTo, reachOf } from '#chain/path-finder.ts';
import { type Tie, US, tiesOf } from '#chain/path-ties.ts';
import { anyMap, edge, id, mapWith, person, renamed } from '#chain/random-map.testing.server.ts';

/** Every way without a person twice, by going through all of them. */
function allWays(ties: readonly Tie[], target: string, at = US, seen: readonly string[] = [US]): number[] {
  if (at === target) return [1];
  return ties
    .filter(({ from, to }) => from === at && !seen.includes(to))
    .flatMap(({ to, chance }) => allWays(ties, target, to, [...seen, to]).map((rest) => rest * chance));
}

describe('the surest way to somebody', () => {
  test('names the ask for each hop', () => {
    const map = mapWith(
      [
        person(1, { name: '李工', contact: 3, stance: 2 }),
        person(2, { name: '王部长', stance: 1 }),
        person(3, { name: '赵总' }),
        { kind: 'vacant', id: id(4), name: '副总' },
      ],
      [edge(1, 'reportsTo', 1, 2), edge(2, 'influences', 2, 3), edge(3, 'reportsTo', 2, 4), edge(4, 'reportsTo', 4, 3)],
    );
    const [path, ...others] = pathsTo(map, id(3));
    expect(path!.hops.map(({ ask }) => ask.zh)).toEqual([
      '直接约李工',
      '请李工向上级王部长汇报这个项目，并带我们一起去',
      '请王部长在赵总面前替我们说话，并约一次当面汇报',
    ]);
    expect(path!.hops[1]!.ask.en).toBe('Ask 李工 to report the project to 王部长 and to take us along');
    expect(others).toEqual([]);
  });

  test('a colleague who knows somebody is asked by name', () => {
    const map = mapWith(
      [person(1, { name: '赵总' }), { kind: 'ours', id: id(2), name: '我方陈总' }],
      [edge(1, 'knows', 2, 1, { strength: 3 })],
    );
    expect(pathsTo(map, id(1)).map(({ hops }) => hops.map(({ ask }) => ask.zh))).toEqual([
      ['请我方陈总引荐赵总，并一同见第一面'],
    ]);
  });

  test('there is none to whom nothing leads, nor to whom only rivals are tied', () => {
    const alone = mapWith([person(1, { contact: 2 }), person(2)], [edge(1, 'rival', 1, 2)]);
    expect([pathsTo(alone, id(2)), reachOf(alone, id(2)), pathsTo(alone, id(9))]).toEqual([[], 0, []]);
  });

  test('the ways are the best of all there are, in their order', () => {
    fc.assert(
      fc.property(anyMap(7), fc.integer({ min: 1, max: 4 }), (map, many) => {
        const target = map.nodes[0]!.id;
        const found = pathsTo(map, target, many);
        const best = allWays(tiesOf(map), target)
          .sort((a, b) => b - a)
          .slice(0, many);
        expect(found).toHaveLength(best.length);
        found.forEach(({ chance, hops }, i) => {
          expect(chance).toBeCloseTo(best[i]!, 10);
          expect(chance).toBeCloseTo(
            hops.reduce((product, hop) => product * hop.chance, 1),
            10,
          );
          const through = hops.map(({ to }) => to);
          expect(new Set(through).size).toBe(through.length);
        });
      }),
    );
  });

  test('names and order do not matter; a warmer stance or closer contact never makes it less sure', () => {
    fc.assert(
      fc.property(anyMap(8), fc.nat(), fc.constantFrom('stance', 'contact'), (map, n, what) => {
        const target = map.nodes[0]!.id;
        const reach = reachOf(map, target);
        expect(reachOf(renamed(map), renamed(map).nodes.at(-1)!.id)).toBeCloseTo(reach, 10);
        const at = n % map.nodes.length;
        const warmer = map.nodes.map((node, i) => {
          if (i !== at || node.kind !== 'person') return node;
          return what === 'stance'
            ? { ...node, stance: Math.min(2, (node.stance ?? 0) + 1) as 2 }
            : { ...node, contact: Math.min(3, (node.contact ?? 0) + 1) as 3 };
        });
        expect(reachOf({ ...map, nodes: warmer }, target)).toBeGreaterThanOrEqual(reach - 1e-12);
      }),
    );
  });
});
