import { describe, expect, it } from 'vitest';
import type { ChainView } from '#chain/chain.contract.ts';
import { readFilter, rowsOf } from '#chain/page/chain-rows.ts';
import { answeredBy, calledIn, chainSceneOf, leftOutOf, originIn, stanceShares } from '#chain/page/chain-scene.ts';

const view: ChainView = {
  version: 3,
  accountVersion: 2,
  account: [
    { item: 'node', id: 'gao', fields: { kind: 'person', stance: 1, level: 'managing', faction: 'works' } },
    { item: 'node', id: 'wei', fields: { kind: 'person', level: 'deciding' } },
    { item: 'node', id: 'tan', fields: { kind: 'person' } },
    { item: 'faction', id: 'works', fields: { name: '生产一派' } },
  ],
  deal: [
    { item: 'node', id: 'gao', fields: { stance: -1 } },
    { item: 'node', id: 'wei', fields: { stance: null } },
    { item: 'node', id: 'tan', fields: { leftOut: true } },
    { item: 'node', id: 'post', fields: { kind: 'vacant', name: '设备部部长', roles: ['user'] } },
  ],
  names: [
    { id: 'gao', name: '高工', title: '设备主任' },
    { id: 'wei', name: '魏总' },
    { id: 'tan', name: '谭工' },
  ],
  places: [],
  signs: [],
  tellings: [],
  confirmations: [{ personId: 'gao', on: '2026-11-01' }],
  noted: [],
  seesBeliefs: true,
  canEdit: true,
};
const scene = chainSceneOf(view, 'deal');
const ids = (asked: { [name: string]: string }) =>
  rowsOf(
    scene,
    readFilter((name) => asked[name]),
    '2026-11-26',
  ).map(({ id }) => id);

describe('the list of a chain', () => {
  it('stands by kind and weight, and leaves out who plays no part', () => {
    expect(ids({})).toEqual(['wei', 'gao', 'post']);
  });

  it('is narrowed by name, title and faction', () => {
    expect([ids({ q: '设备主任' }), ids({ q: '生产' }), ids({ q: '无此人' })]).toEqual([['gao'], ['gao'], []]);
  });

  it('is narrowed by stance, role and age of what is believed', () => {
    expect([ids({ side: 'against' }), ids({ side: 'unknown' }), ids({ role: 'user' }), ids({ side: 'stale' })]).toEqual(
      [['gao'], ['wei'], ['post'], ['wei']],
    );
  });

  it('passes over words of the URL that it does not know', () => {
    expect(readFilter((name) => ({ side: 'x', role: 'y' })[name])).toEqual({ text: '', side: 'all', role: undefined });
  });
});

describe('the reading of a chain', () => {
  it('tells where an attribute comes from', () => {
    expect(['stance', 'level', 'style'].map((field) => originIn(scene, 'gao', field))).toEqual([
      'deal',
      'account',
      'unsaid',
    ]);
    expect(originIn(scene, 'wei', 'stance')).toBe('unknown');
  });

  it('names people, factions and those left out', () => {
    expect([calledIn(scene, 'works'), calledIn(scene, 'tan'), leftOutOf(scene)]).toEqual([
      '生产一派',
      '谭工',
      [{ id: 'tan', name: '谭工' }],
    ]);
  });

  it('weighs each stance, the unknown last', () => {
    const shares = stanceShares(scene.map).filter(({ weight }) => weight > 0);
    expect(shares.map(({ stance, weight }) => [stance, weight])).toEqual([
      [-1, 2],
      [null, 3],
    ]);
  });

  it('takes an opponent for answered once an open task names them', () => {
    expect([...answeredBy(['应对高工：先争取魏总', '核实魏总'], scene.map)]).toEqual(['gao']);
  });
});
