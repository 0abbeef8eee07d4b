import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingSets, opponentsBlock } from '#chain/blocking-sets.ts';
import { cheapestMajority } from '#chain/majority.ts';
import { type Voter, costToWin, effortOf, sidesOf, votersOf } from '#chain/move-cost.ts';
import { anyMap, edge, mapWith, person } from '#chain/random-map.testing.server.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const sidesFor = (voters: readonly Voter[]) => ({
  supporters: new Set(voters.filter(({ stance }) => stance >= 1).map((voter) => voter.id)),
  opponents: new Set(voters.filter(({ stance }) => stance <= -1).map((voter) => voter.id)),
});

const stance = fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const);
const sway = fc.record({ by: fc.nat(9).map(String), strength: fc.constantFrom(1 as const, 2 as const, 3 as const) });
const anyVoters = (most: number, sways = 3): fc.Arbitrary<Voter[]> =>
  fc
    .array(
      fc.record({
        weight: fc.integer({ min: 1, max: 10 }),
        stance,
        base: fc.integer({ min: 1, max: 40 }),
        follows: fc.array(sway, { maxLength: sways }),
        resists: fc.array(sway, { maxLength: sways }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((rows) =>
      rows.map(({ base, ...row }, i) => ({
        ...row,
        id: String(i),
        name: `某工${i}`,
        effort: row.stance >= 1 ? 0 : base / 4,
        follows: row.follows.filter(({ by }) => by !== String(i)),
        resists: row.resists.filter(({ by }) => by !== String(i)),
      })),
    );

/** The least effort over every order in which people could be won. */
function everyOrder(voters: readonly Voter[], share: number): number {
  const total = sum(voters.map(({ weight }) => weight));
  const go = (won: readonly string[]): number => {
    const stands = ({ id, stance }: Voter) => stance >= 1 || won.includes(id);
    if (sum(voters.filter(stands).map(({ weight }) => weight)) > share * total) return 0;
    const supporters = new Set(voters.filter(stands).map((voter) => voter.id));
    const opponents = new Set(voters.filter((one) => one.stance <= -1 && !stands(one)).map((voter) => voter.id));
    return Math.min(
      Infinity,
      ...voters
        .filter((voter) => !stands(voter))
        .map((voter) => costToWin(voter, supporters, opponents) + go([...won, voter.id])),
    );
  };
  return go([]);
}

const subsets = <T>(rows: readonly T[]) =>
  Array.from({ length: 1 << rows.length }, (_, mask) => rows.filter((_row, i) => mask & (1 << i)));

describe('the cheapest way to a supporting majority', () => {
  const map = mapWith(
    [
      person(1, { name: '李工', roles: ['evaluator'], level: 'operating', stance: 1, contact: 3 }),
      person(2, {
        name: '王部长',
        roles: ['evaluator'],
        level: 'managing',
        stance: 0,
        contact: 2,
        relationship: 'trusted',
      }),
      person(3, { name: '赵总', roles: ['finalSay'], level: 'deciding', stance: 0 }),
      person(4, { name: '钱总', roles: ['decider'], level: 'deciding', stance: -2 }),
      person(5, { name: '门卫', roles: ['gatekeeper'], stance: -2 }),
    ],
    [edge(1, 'influences', 2, 3, { strength: 3 })],
  );

  test('wins first whoever helps with the next', () => {
    const plan = cheapestMajority(votersOf(map), sidesOf(map));
    expect(plan).toMatchObject({ support: 1, total: 9, reached: true, exact: true });
    expect(plan.moves.map(({ words }) => words.zh)).toEqual([
      '争取王部长转为支持',
      '争取赵总转为支持，请王部长帮忙说话',
    ]);
    // 王部长: one step × frequent 1.25 × trusted 0.75; 赵总: one step × not met 3 × no relationship 1.5 × half by 王部长
    expect(plan.effort).toBeCloseTo(1.25 * 0.75 + (3 * 1.5) / 2, 10);
  });

  test('moves nobody where the majority is there, and says when nobody votes', () => {
    const won = map.nodes.map((node) => (node.kind === 'person' ? { ...node, stance: 1 as const } : node));
    expect(cheapestMajority(votersOf({ ...map, nodes: won }), sidesOf(map)).moves).toEqual([]);
    expect(cheapestMajority([], sidesOf(map))).toMatchObject({ reached: false, moves: [] });
  });

  test('the closer and warmer, the less effort; nobody is dearer than an enemy never met', () => {
    const most = effortOf({ stance: -2 });
    expect(effortOf({ stance: 1 })).toBe(0);
    fc.assert(
      fc.property(anyMap(4), ({ nodes }) => {
        for (const node of nodes) {
          if (node.kind !== 'person') continue;
          expect(effortOf(node)).toBeLessThanOrEqual(most);
          const closer = { ...node, contact: Math.min(3, (node.contact ?? 0) + 1) as 3 };
          const warmer = { ...node, stance: Math.min(2, (node.stance ?? 0) + 1) as 2 };
          expect(effortOf(closer)).toBeLessThanOrEqual(effortOf(node));
          expect(effortOf(warmer)).toBeLessThanOrEqual(effortOf(node));
        }
      }),
    );
  });

  test('no order of any people is cheaper', () => {
    fc.assert(
      fc.property(anyVoters(6), fc.constantFrom(0.5, 2 / 3), (voters, share) => {
        const plan = cheapestMajority(voters, sidesFor(voters), share);
        expect(plan.exact && plan.reached).toBe(true);
        expect(plan.effort).toBeCloseTo(everyOrder(voters, share), 8);
      }),
    );
  });

  test('up to ten deciders without influence, no set of people is cheaper', () => {
    fc.assert(
      fc.property(anyVoters(10, 0), (voters) => {
        const total = sum(voters.map(({ weight }) => weight));
        const won = voters.filter(({ stance }) => stance >= 1);
        const open = voters.filter(({ stance }) => stance < 1);
        const costs = subsets(open)
          .filter((some) => sum([...won, ...some].map(({ weight }) => weight)) > total / 2)
          .map((some) => sum(some.map(({ effort }) => effort)));
        const plan = cheapestMajority(voters, sidesFor(voters));
        expect(plan.effort).toBeCloseTo(Math.min(...costs), 8);
        expect(plan.effort).toBeCloseTo(sum(plan.moves.map(({ effort }) => effort)), 10);
      }),
    );
  });

  test('beyond twenty it still reaches a majority, and says that it is not surely the cheapest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 40 }), (n) => {
        const voters = Array.from({ length: n }, (_, i) => ({
          ...votersOf(map)[1]!,
          id: String(i),
          weight: 1 + (i % 3),
          effort: 1 + (i % 7),
        }));
        const plan = cheapestMajority(voters, { supporters: new Set(), opponents: new Set() });
        expect(plan).toMatchObject({ exact: false, reached: true });
        const won = new Set(plan.moves.map((move) => move.id));
        const weight = sum(voters.filter((voter) => won.has(voter.id)).map((voter) => voter.weight));
        expect(weight).toBeGreaterThan(plan.total / 2);
      }),
      { numRuns: 20 },
    );
  });
});

const key = (ids: readonly string[]) => [...ids].sort().join();

describe('who can block', () => {
  test('are the minimal sets, all of them, the smallest first', () => {
    fc.assert(
      fc.property(anyVoters(9, 0), fc.constantFrom(0.5, 2 / 3), (voters, share) => {
        const total = sum(voters.map(({ weight }) => weight));
        const blocks = (some: readonly Voter[]) =>
          some.length > 0 && total - sum(some.map(({ weight }) => weight)) <= share * total;
        const minimal = subsets(voters).filter(
          (some) => blocks(some) && some.every((one) => !blocks(some.filter((other) => other !== one))),
        );
        const found = blockingSets(voters, Infinity, share);
        expect(found.map(({ ids }) => key(ids)).sort()).toEqual(
          minimal.map((some) => key(some.map((one) => one.id))).sort(),
        );
        const sizes = found.map(({ ids }) => ids.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
        expect(blockingSets(voters, 2, share)).toEqual(found.slice(0, 2));
        const against = voters.filter((voter) => voter.stance <= -1);
        expect(opponentsBlock(voters, share)).toBe(blocks(against));
      }),
    );
  });
});
