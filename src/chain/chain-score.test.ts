import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainRisks } from '#chain/chain-risks.ts';
import { chainScore, scoreWeights } from '#chain/chain-score.ts';
import { type ChainMap, emptyMap } from '#chain/chain-map.ts';
import { anyMap, edge, id, mapWith, person, renamed } from '#chain/random-map.testing.server.ts';

const parts = (map: ChainMap, answered?: Set<string>) =>
  Object.fromEntries(chainScore(map, answered).parts.map(({ part, value }) => [part, value]));

/** The newcomer's project: two people met once or not at all, one who hung up, nobody who decides. */
const newcomer = mapWith(
  [
    person(1, { name: '仪表主管', roles: ['user'], level: 'managing', contact: 1, stance: 0 }),
    person(2, { name: '设计院联系人', roles: ['designer'], function: 'designInstitute', contact: 2, stance: 1 }),
    person(3, { name: '项目经理', roles: ['evaluator'], level: 'managing', contact: 0, stance: -1 }),
    person(4, { name: '副经理', roles: ['decider'], level: 'deciding' }),
  ],
  [edge(1, 'reportsTo', 1, 4), edge(2, 'knows', 2, 1, { strength: 2 }), edge(3, 'influences', 4, 3)],
);

describe('the chain score', () => {
  test('weights are one whole', () => {
    expect(Object.values(scoreWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  test('each part says what it rests on', () => {
    const score = chainScore(newcomer);
    expect(score.parts.map(({ part, reason }) => [part, reason.zh])).toEqual([
      ['roles', '七种采购角色判明 4 种，接触过 2 种'],
      ['access', '触达副经理的把握约 9%'],
      ['support', '按影响力计：支持 13%，反对 25%'],
      ['threads', '常来往的支持者有 1 位'],
      ['factions', '没有注明派系'],
      ['opponents', '无人应对：项目经理'],
    ]);
    expect(parts(newcomer)).toMatchObject({ roles: 3.5 / 9, threads: 1 / 3, factions: null, opponents: 1 - 1 / 8 });
    expect(parts(newcomer, new Set([id(3)]))).toMatchObject({ opponents: 1 });
    expect(parts(emptyMap)).toEqual({ roles: 0, access: 0, support: 0, threads: 0, factions: null, opponents: 0 });
  });

  test('a supporter who carries an opponent along is an answer; one in each faction covers them', () => {
    const map = mapWith(
      [person(1, { stance: 1, contact: 1, faction: id(20_000) }), person(2, { stance: -2, faction: id(20_001) })],
      [edge(1, 'influences', 1, 2)],
      ['甲派', '乙派', '无人派'],
    );
    expect(parts(map)).toMatchObject({ opponents: 1, factions: 0.5 });
  });

  test('lies between 0 and 1, whatever the map', () => {
    fc.assert(
      fc.property(anyMap(12), (map) => {
        const score = chainScore(map);
        for (const value of [score.total, ...score.parts.map((part) => part.value ?? 0)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('never falls because a stance rises', () => {
    fc.assert(
      fc.property(anyMap(10), fc.nat(), (map, n) => {
        const at = n % map.nodes.length;
        const nodes = map.nodes.map((node, i) =>
          i === at && node.kind === 'person' ? { ...node, stance: Math.min(2, (node.stance ?? -1) + 1) as 2 } : node,
        );
        expect(chainScore({ ...map, nodes }).total).toBeGreaterThanOrEqual(chainScore(map).total - 1e-12);
      }),
    );
  });

  test('does not depend on names or order', () => {
    fc.assert(
      fc.property(anyMap(10), (map) => {
        const [one, other] = [chainScore(map), chainScore(renamed(map))];
        expect(other.total).toBeCloseTo(one.total, 10);
        one.parts.forEach(({ value }, i) => expect(other.parts[i]!.value ?? -1).toBeCloseTo(value ?? -1, 10));
      }),
    );
  });
});

describe('risks', () => {
  test('of the newcomer, the serious ones first, each with its act', () => {
    expect(chainRisks(newcomer).map(({ code, words, act }) => [code, words.zh, act.zh])).toEqual([
      ['finalSayUnreached', '拍板者副经理还没有接触过', '从最有把握的一步做起：直接约仪表主管'],
      ['singleThread', '只靠设计院联系人一条线，他一动项目就断', '请设计院联系人引荐另一个部门的人'],
      ['opponentUnanswered', '项目经理反对我们，无人应对', '先争取能影响他的副经理，再由其转达'],
      ['rolesMissing', '还没找到：发起者、把关者', '请教练按采购流程逐步说出每一步由谁负责'],
    ]);
  });

  test('nobody known to decide, opponents who can block, a faction without us, a guide who only claims', () => {
    const map = mapWith(
      [
        person(1, { name: '甲', roles: ['evaluator'], stance: -2, weight: 3 }),
        person(2, { name: '乙', roles: ['evaluator'], stance: 2, contact: 3, faction: id(20_000) }),
        person(3, { name: '丙', roles: ['evaluator'], stance: -1, weight: 2, faction: id(20_001) }),
      ],
      [],
      ['甲派', '乙派'],
    );
    const risks = chainRisks(map, new Set([id(1), id(3)]), []);
    expect(risks.map(({ code }) => code)).toEqual([
      'finalSayUnknown',
      'singleThread',
      'opponentsBlock',
      'rolesMissing',
      'factionUncovered',
      'coachNotShown',
    ]);
    expect(risks.find(({ code }) => code === 'opponentsBlock')!.act.zh).toBe('先把甲争取到中立');
  });

  test('a blank map has no thread to lose, only nobody who decides', () => {
    expect(chainRisks(emptyMap).map(({ code }) => code)).toEqual(['finalSayUnknown']);
  });
});
