import { expect, test } from 'vitest';
import { pageOf, tell } from '#timeline/event-telling.ts';

const event = (type: string, data: Record<string, unknown>) => ({
  type,
  subject: { kind: 'account', id: 'a' },
  actorName: '周岚',
  data,
});

test.each([
  ['account.changed', { after: { city: '苏州', tags: [] } }, '修改了城市、标签', undefined],
  ['account.ownerChanged', { from: '周岚', to: null }, '变更了负责人', '周岚 → 无人负责'],
  [
    'account.membersSet',
    { after: { members: [{ name: '郑凯', role: 'presales' }] } },
    '调整了团队成员',
    '郑凯（售前）',
  ],
  ['account.merged', { loser: { name: '旧厂' } }, '并入了“旧厂”', undefined],
  ['contact.moved', { name: '钱工', from: '北方重工', to: '南方电气' }, '钱工变更了任职单位', '北方重工 → 南方电气'],
  ['deal.lost', { name: '二期', after: { reason: 'lost.price' } }, '输单', '价格偏高'],
  ['registration.ownerChanged', { from: '周岚', to: '郑凯', reason: 'handOver' }, '变更了报备的负责人', '周岚 → 郑凯'],
  ['note.written', { preview: '年底前要定' }, '写了备注', '年底前要定'],
  ['something.new', { name: '某记录' }, '更新了记录', '某记录'],
])('%s is told in words', (type, data, title, detail) => {
  const told = tell(event(type, data), 'zh');
  expect(told.title).toBe(title);
  expect(told.detail).toBe(detail);
  expect(tell(event(type, data), 'en').title).toMatch(/^[A-Za-z钱]/);
});

test('only records with a page are linked', () => {
  expect(pageOf({ kind: 'deal', id: '1' })).toBe('/deals/1');
  expect(pageOf({ kind: 'field', id: '1' })).toBeNull();
});
