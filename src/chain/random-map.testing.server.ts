import fc from 'fast-check';
import { buyingRoles, personLevels, relationships } from '#method/scales.ts';
import type { ChainEdge, ChainMap, ChainNode, PersonNode } from '#chain/chain-map.ts';

/** An id that the schemas take, by number. */
export function id(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A person who is given, with nothing known unless said. */
export function person(n: number, more: Partial<PersonNode> = {}): PersonNode {
  return { kind: 'person', id: id(n), name: `某工${n}`, ...more };
}

type EdgeMore = { sign?: 1 | -1; strength?: 1 | 2 | 3 };

export function edge(n: number, kind: ChainEdge['kind'], from: number, to: number, more: EdgeMore = {}): ChainEdge {
  const influence = kind === 'influences' ? { sign: 1, strength: 2 } : {};
  return { kind, id: id(10_000 + n), from: id(from), to: id(to), ...influence, ...more } as ChainEdge;
}

export function mapWith(nodes: ChainNode[], edges: ChainEdge[] = [], factions: string[] = []): ChainMap {
  return { nodes, edges, factions: factions.map((name, i) => ({ id: id(20_000 + i), name })) };
}

const keys = <K extends string>(words: { readonly [key in K]: unknown }) => Object.keys(words) as K[];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const attributes = fc.record({
  level: maybe(fc.constantFrom(...keys(personLevels))),
  roles: maybe(fc.uniqueArray(fc.constantFrom(...keys(buyingRoles)), { maxLength: 3 })),
  stance: maybe(fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const)),
  contact: maybe(fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const)),
  relationship: maybe(fc.constantFrom(...keys(relationships))),
  weight: maybe(fc.integer({ min: 1, max: 10 })),
  key: maybe(fc.boolean()),
  coachClaimed: maybe(fc.boolean()),
  group: maybe(fc.nat(3)),
});
const line = fc.record({
  kind: fc.constantFrom(...(['reportsTo', 'influences', 'introducedBy', 'ally', 'rival', 'knows'] as const)),
  from: fc.nat(),
  to: fc.nat(),
  sign: fc.constantFrom(1 as const, -1 as const),
  strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
});

/**
 * Maps of up to `most` people and perhaps one colleague of ours, with any lines among them that a map takes; two
 * factions of which people may be members.
 */
export function anyMap(most: number): fc.Arbitrary<ChainMap> {
  return fc
    .tuple(
      fc.array(attributes, { minLength: 1, maxLength: most }),
      fc.boolean(),
      fc.array(line, { maxLength: 3 * most }),
    )
    .map(([people, withOurs, lines]) => {
      const nodes: ChainNode[] = people.map(({ group, ...more }, i) =>
        person(i, {
          ...more,
          ...(group !== undefined && { faction: group < 2 ? id(20_000 + group) : group === 2 ? 'none' : null }),
        }),
      );
      if (withOurs) nodes.push({ kind: 'ours', id: id(500), name: '我方', level: 'managing' });
      const seen = new Set<string>();
      const edges = lines.flatMap(({ kind, from, to, sign, strength }, i) => {
        const influence = kind === 'influences';
        const starts = influence || kind === 'knows' ? nodes.length : people.length;
        const [a, b] = [from % starts, to % people.length];
        // Reporting lines lead to lower numbers, one from each, so that they never run in a circle.
        if (a === b || (kind === 'reportsTo' && (b > a || seen.has(`boss ${a}`)))) return [];
        const ends = `${kind} ${Math.min(a, b)} ${Math.max(a, b)}`;
        if (seen.has(ends)) return [];
        seen.add(ends);
        if (kind === 'reportsTo') seen.add(`boss ${a}`);
        const more = influence ? { sign, strength } : kind === 'knows' ? { strength } : {};
        const made = edge(i, kind, a, b, more);
        return [{ ...made, from: nodes[a]!.id, to: nodes[b]!.id }];
      });
      return mapWith(nodes, edges, ['甲派', '乙派']);
    });
}

function other(old: string): string {
  return old.replace(/^00000000/, 'ffffffff');
}

/** The same map with every id replaced and everything in another order. */
export function renamed(map: ChainMap): ChainMap {
  return {
    nodes: map.nodes
      .map((node) => ({
        ...node,
        id: other(node.id),
        name: `改${node.name}`,
        ...('faction' in node && node.faction && node.faction !== 'none' && { faction: other(node.faction) }),
      }))
      .toReversed(),
    edges: map.edges
      .map((one) => ({ ...one, id: other(one.id), from: other(one.from), to: other(one.to) }))
      .toReversed(),
    factions: map.factions.map(({ id, name }) => ({ id: other(id), name })).toReversed(),
  };
}
