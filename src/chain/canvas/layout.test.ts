import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainMap } from '#chain/chain-map.ts';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';
import { largeMap } from '#chain/canvas/large-map.testing.server.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import { pathOf } from '#chain/canvas/line-path.ts';
import { routesOf } from '#chain/canvas/line-routes.ts';
import { rolesLayout } from '#chain/canvas/layout-roles.ts';
import { bossesOf, folded } from '#chain/canvas/reporting-tree.ts';
import { type Layout, type LayoutKind, type Spot, CARD, GAP, layoutKinds, overlap } from '#chain/canvas/spots.ts';

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

/** Points along a path as it is drawn, of which none is farther from the next than a few pixels. */
function drawnPoints(d: string): Spot[] {
  const points: Spot[] = [];
  for (const [, kind, rest] of d.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [x1 = 0, y1 = 0, x2 = x1, y2 = y1] = rest!.trim().split(/[ ,]/).map(Number);
    const start = points.at(-1) ?? { x: x1, y: y1 };
    const control = kind === 'Q' ? { x: x1, y: y1 } : { x: (start.x + x2) / 2, y: (start.y + y2) / 2 };
    const steps = Math.ceil((Math.hypot(x2 - start.x, y2 - start.y) + 1) / 4);
    for (let i = 1; i <= steps; i++) {
      const [t, u] = [i / steps, 1 - i / steps];
      points.push({
        x: u * u * start.x + 2 * u * t * control.x + t * t * x2,
        y: u * u * start.y + 2 * u * t * control.y + t * t * y2,
      });
    }
  }
  return points;
}

/** Lines that vanish behind a card that is not theirs. */
function hiddenLines(map: ChainMap, layout: Layout): string[] {
  const routes = routesOf(map.edges, layout);
  return map.edges.flatMap((edge) => {
    const points = drawnPoints(
      pathOf(edge, layout.spots.get(edge.from)!, layout.spots.get(edge.to)!, routes.get(edge.id)!).d,
    );
    const behind = [...layout.spots].find(
      ([one, spot]) =>
        one !== edge.from &&
        one !== edge.to &&
        points.some(({ x, y }) => x > spot.x && x < spot.x + CARD.width && y > spot.y && y < spot.y + CARD.height),
    );
    return behind ? [`${edge.kind} ${edge.from} ${edge.to} behind ${behind[0]}`] : [];
  });
}

const sorted = (layout: Layout) => [...layout.spots].sort(([a], [b]) => (a < b ? -1 : 1));

const sortedRoutes = (kind: LayoutKind, map: ChainMap) =>
  [...routesOf(map.edges, layoutOf(kind, map, []))].sort(([a], [b]) => (a < b ? -1 : 1));

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

describe.each(layoutKinds.filter((kind) => kind !== 'kept'))('lines of layout %s', (kind) => {
  test('run behind no card that is not theirs', () => {
    fc.assert(
      fc.property(anyMap(40), (map) => {
        expect(hiddenLines(map, layoutOf(kind, map, []))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('and none of them among a hundred and fifty people, each lying across many', () => {
    const map = largeMap(150);
    const across = map.nodes.map(({ id: from }, n) => {
      const to = map.nodes[(n * 7 + 3) % map.nodes.length]!.id;
      return { ...edge(3000 + n, 'influences', 0, 1, { sign: 1, strength: 2 }), from, to };
    });
    const crowded = { ...map, edges: [...map.edges, ...across.filter(({ from, to }) => from !== to)] };
    const layout = layoutOf(kind, crowded, []);
    expect(hiddenLines(crowded, layout)).toEqual([]);
  });

  test('do not depend on the order in which the map was read', () => {
    fc.assert(
      fc.property(anyMap(25), (map) => {
        expect(sortedRoutes(kind, shuffled(map))).toEqual(sortedRoutes(kind, map));
      }),
      { numRuns: 40 },
    );
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
