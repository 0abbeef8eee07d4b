import { describe, expect, it } from 'vitest';
import type { Item, Items } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import { applied, turnedBy, withoutField } from '#chain/page/applied-changes.ts';

const node = (id: string, fields: Item['fields']): Item => ({
  item: 'node',
  id,
  fields: { kind: 'person', ...fields },
});
const itemsOf = (...items: Item[]): Items => new Map(items.map((item) => [item.id, item]));
const set = (id: string, fields: Item['fields'], clear: string[] = []): WantedChange => ({
  act: 'set',
  item: 'node',
  id,
  fields,
  clear,
});
const gao = node('gao', { stance: 0, faction: 'group' });
const wei = node('wei', {});
const boss: Item = { item: 'edge', id: 'boss', fields: { kind: 'reportsTo', from: 'gao', to: 'wei' } };
const group: Item = { item: 'faction', id: 'group', fields: { name: '总工一派' } };
const own = itemsOf(gao, wei, boss, group);

describe('what a layer becomes before the server has answered', () => {
  it('sets and clears attributes', () => {
    const after = applied(own, new Map(), [set('gao', { stance: 1 }, ['faction'])]);
    expect(after.get('gao')?.fields).toEqual({ kind: 'person', stance: 1 });
  });

  it('lets lines and memberships go with whom they hung on', () => {
    const after = applied(own, new Map(), [
      { act: 'remove', item: 'node', id: 'wei' },
      { act: 'remove', item: 'faction', id: 'group' },
    ]);
    expect([...after.keys()]).toEqual(['gao']);
    expect(after.get('gao')?.fields).toEqual({ kind: 'person', stance: 0 });
  });

  it("only leaves out of the deal whom the account's map knows", () => {
    const after = applied(new Map(), itemsOf(gao), [{ act: 'remove', item: 'node', id: 'gao' }]);
    expect(after.get('gao')?.fields).toEqual({ leftOut: true });
  });
});

describe('ground', () => {
  it('is asked for where a recorded belief is turned', () => {
    expect(turnedBy(own, [set('gao', { stance: 2, level: 'managing' })])).toEqual(['stance']);
    expect(turnedBy(own, [set('gao', {}, ['stance'])])).toEqual(['stance']);
  });

  it('is not asked for where nothing was recorded, or nothing is turned', () => {
    expect(turnedBy(own, [set('wei', { stance: 2 }), set('gao', { stance: 0, faction: 'none' })])).toEqual([]);
  });
});

it("leaves another's value of one attribute to stand and keeps the rest of the wish", () => {
  const wish = [set('gao', { stance: 1, level: 'managing' })];
  expect(withoutField(wish, 'gao', 'stance')).toEqual([set('gao', { level: 'managing' })]);
  expect(withoutField([set('gao', { stance: 1 })], 'gao', 'stance')).toEqual([]);
});
