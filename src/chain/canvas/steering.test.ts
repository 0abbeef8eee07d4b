import { expect, test } from 'vitest';
import { edge, id } from '#chain/random-map.testing.server.ts';
import { largeMap } from '#chain/canvas/large-map.testing.server.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import { directions, topmost, towards } from '#chain/canvas/steering.ts';

test('an arrow leads along a line rather than to whoever is a little nearer', () => {
  const spots = new Map([
    [id(0), { x: 0, y: 0 }],
    [id(1), { x: 0, y: 200 }],
    [id(2), { x: 60, y: 190 }],
  ]);
  expect(towards('down', id(0), spots, [edge(1, 'reportsTo', 2, 0)])).toBe(id(2));
  expect(towards('down', id(0), spots, [])).toBe(id(1));
  expect(towards('up', id(0), spots, [])).toBeNull();
});

test.each(['reporting', 'rings', 'roles'] as const)('by arrows alone one comes to everybody: %s', (kind) => {
  const map = largeMap(150);
  const { spots } = layoutOf(kind, map, []);
  const seen = new Set([topmost(spots)!]);
  for (const from of seen) {
    for (const direction of directions) {
      const next = towards(direction, from, spots, map.edges);
      if (next) seen.add(next);
    }
  }
  expect(map.nodes.filter((node) => !seen.has(node.id)).map(({ name }) => name)).toEqual([]);
});
