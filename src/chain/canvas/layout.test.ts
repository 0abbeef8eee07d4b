import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainMap } from '#chain/chain-map.ts';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';
import { largeMap } from '#chain/canvas/large-map.testing.server.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import { rolesLayout } from '#chain/canvas/layout-roles.ts';
import { bossesOf, folded } from '#chain/canvas/reporting-tree.ts';
import { type Layout, CARD, GAP, layoutKinds, overlap } from '#chain/canvas/spots.ts';

const shuffled = (map: ChainMap): ChainMap => ({
  nodes: map.nodes.toReversed(),
  edges: map.edges.toReversed(),
  factions: map.factions.toReversed(),
});

function overlapping({ spots }: Layout): string[] {
  const all = [...spots];
  return all.flatMap(([a, one], i) =>
    all.slice(i + 1).flatMap(([b, other]) => (overlap(one, other, 8) ? [`${a} on ${b}`] : [])),
  );
}

const sorted = (layout: Layout) => [...layout.spots].sort(([a], [b]) => (a < b ? -1 : 1));

const dragged = (map: ChainMap) => map.nodes.slice(0, 1).map(({ id }) => ({ id, x: 40.4, y: -17.6 }));

describe.each(layoutKinds)('layout %s', (kind) => {
  test('gives everybody a place of their own', () => {
    fc.assert(
      fc.property(anyMap(40), (map) => {
        const layout = layoutOf(kind, map, dragged(map));
        expect([...layout.spots.keys()].sort()).toEqual(map.nodes.map((node) => node.id).sort());
        expect(overlapping(layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order in which the map was read', () => {
    fc.assert(
      fc.property(anyMap(25), (map) => {
        expect(sorted(layoutOf(kind, shuffled(map), dragged(map)))).toEqual(sorted(layoutOf(kind, map, dragged(map))));
      }),
      { numRuns: 40 },
    );
  });

  test('places a hundred and fifty people within a frame or two, none on another', () => {
    const map = largeMap(150);
    const began = performance.now();
    const layout = layoutOf(kind, map, dragged(map));
    expect(performance.now() - began).toBeLessThan(250);
    expect(overlapping(layout)).toEqual([]);
  });
});

describe('reporting tree', () => {
  const map = mapWith(
    [0, 1, 2, 3, 4, 5].map((n) => person(n)),
    [edge(1, 'reportsTo', 1, 0), edge(2, 'reportsTo', 2, 0), edge(3, 'reportsTo', 3, 1), edge(4, 'influences', 3, 2)],
  );

  test('nobody stands above the one they report to', () => {
    fc.assert(
      fc.property(anyMap(40), (any) => {
        const { spots } = layoutOf('reporting', any, []);
        for (const [one, boss] of bossesOf(any)) {
          expect(spots.get(one)!.y).toBeGreaterThanOrEqual(spots.get(boss)!.y + CARD.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('who reports to nobody stands beside a team, never below its members', () => {
    const six = [0, 1, 2, 3, 4, 5].map((n) => person(n));
    const line = [edge(1, 'reportsTo', 1, 0), edge(2, 'reportsTo', 2, 1), edge(3, 'reportsTo', 3, 2)];
    const { spots } = layoutOf('reporting', mapWith(six, line), []);
    const [last, ...alone] = [3, 4, 5].map((n) => spots.get(id(n))!);
    for (const one of alone) {
      expect(one.y).toBeLessThanOrEqual(last!.y);
      expect(one.x).toBeGreaterThanOrEqual(last!.x + CARD.width);
    }
  });

  test('a circle of reporting lines, which another version may hold, is laid out all the same', () => {
    const circle = mapWith(
      [0, 1].map((n) => person(n)),
      [edge(1, 'reportsTo', 0, 1), edge(2, 'reportsTo', 1, 0)],
    );
    expect(layoutOf('reporting', circle, []).spots.size).toBe(2);
  });

  test('folding hides all below, counts them and leads their lines to the one they are under', () => {
    const { map: shown, hidden } = folded(map, new Set([id(1)]));
    expect(shown.nodes.map((node) => node.id)).not.toContain(id(3));
    expect(hidden).toEqual(new Map([[id(1), 1]]));
    expect(shown.edges).toContainEqual({ ...map.edges[3]!, from: id(1) });
  });
});

test('by role, a role that nobody plays stands as a gap', () => {
  const { areas } = rolesLayout(mapWith([person(0, { roles: ['decider', 'user'] })]));
  expect(areas.filter(({ empty }) => !empty).map(({ words }) => words.zh)).toEqual(['决策者']);
  expect(areas.every(({ words }) => /^[A-Z]/.test(words.en))).toBe(true);
  expect(areas.filter(({ empty }) => empty)).toHaveLength(6);
});

test('who came after the last drag stands by their boss', () => {
  const map = mapWith([person(0), person(1)], [edge(1, 'reportsTo', 1, 0)]);
  const { spots } = layoutOf('kept', map, [{ id: id(0), x: 500, y: 300 }]);
  expect(spots.get(id(1))).toEqual({ x: 500, y: 300 + CARD.height + GAP.below });
});
