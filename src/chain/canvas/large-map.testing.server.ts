import type { ChainEdge, ChainMap, ChainNode } from '#chain/chain-map.ts';
import { edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const posts = ['总经理', '副总经理', '信息中心主任', '采购部部长', '财务总监', '工艺科长', '设备工程师', '项目经理'];
const functions = ['use', 'technical', 'finance', 'purchasing', 'service'] as const;
const roles = ['user', 'evaluator', 'designer', 'gatekeeper', 'initiator'] as const;

/** A made-up customer of so many people: one head, teams of five under each, the usual lines across. Always the same. */
export function largeMap(people: number): ChainMap {
  const nodes: ChainNode[] = Array.from({ length: people }, (_, n) => {
    const level = n === 0 ? 'deciding' : n < 31 ? 'managing' : 'operating';
    return person(n, {
      name: `${surnames[n % surnames.length]}${n < 6 ? '总' : n < 31 ? '主任' : '工'}${n < surnames.length ? '' : n}`,
      title: posts[Math.min(n === 0 ? 0 : 1 + (n % 7), 7)]!,
      function: functions[(n * 3) % 5]!,
      level,
      ...(n % 6 !== 5 && { stance: (((n * 7) % 5) - 2) as -2 | -1 | 0 | 1 | 2 }),
      contact: ((n * 5) % 4) as 0 | 1 | 2 | 3,
      ...(n === 0
        ? { roles: ['finalSay' as const, 'decider' as const] }
        : n % 3 === 0 && { roles: [roles[(n / 3) % 5]!] }),
      ...(n < 4 && { key: true }),
      ...(n % 9 === 4 && { faction: id(20_000) }),
      ...(n % 11 === 6 && { faction: id(20_001) }),
    });
  });
  const edges: ChainEdge[] = nodes.slice(1).map((_, i) => edge(i + 1, 'reportsTo', i + 1, Math.floor(i / 5)));
  for (let n = 2; n < people; n += 4) {
    const kind = (['influences', 'ally', 'rival', 'knows', 'introducedBy'] as const)[(n / 2) % 5]!;
    const more =
      kind === 'influences' ? { sign: n % 8 === 2 ? (1 as const) : (-1 as const), strength: 2 as const } : {};
    edges.push(edge(1000 + n, kind, n, (n * 7) % n, more));
  }
  nodes.push({ kind: 'ours', id: id(5000), name: '我方销售', level: 'operating' });
  nodes.push({ kind: 'ours', id: id(5001), name: '我方总监', level: 'managing' });
  nodes.push({ kind: 'channel', id: id(5002), name: '某设计院', stance: 1, contact: 2 });
  nodes.push({ kind: 'vacant', id: id(5003), name: '智能制造部部长', level: 'managing', roles: ['gatekeeper'] });
  const line = { id: id(15_000), from: id(5000), to: id(5001) };
  edges.push({ ...line, kind: 'reportsTo' });
  edges.push({ ...line, kind: 'knows', id: id(15_001), to: id(3), strength: 2 });
  edges.push({ ...line, kind: 'influences', id: id(15_002), from: id(5002), to: id(2), sign: 1, strength: 3 });
  edges.push({ ...line, kind: 'reportsTo', id: id(15_003), from: id(5003), to: id(0) });
  return mapWith(nodes, edges, ['技术派', '实权派']);
}
