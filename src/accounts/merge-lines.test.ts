import { expect, test } from 'vitest';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { mergeLines } from '#accounts/merge-lines.ts';

const account = (id: string, more: object) => ({
  id,
  name: id,
  aliases: [],
  tags: [],
  custom: {},
  parentId: null,
  ownerName: null,
  ...more,
});
const page = (id: string, more: object = {}) =>
  ({
    account: account(id, more),
    group: { rows: [{ id: 'top', name: '总公司' }], hidden: 0 },
  }) as unknown as AccountPage;
const fields = [{ key: 'tier', label: '等级', labelEn: null, type: 'choice' }] as unknown as Parameters<
  typeof mergeLines
>[2];

test('what either side knows is shown in words, and where they differ, which is taken', () => {
  const lines = mergeLines(
    page('甲', { scale: 'large', city: null, custom: { tier: '金' } }),
    page('乙', { scale: 'small', city: '苏州', custom: {}, parentId: 'top' }),
    fields,
    { scale: 'loser' },
    'zh',
  );
  expect(lines.map(({ label, winner, loser, differs, side }) => [label, winner, loser, differs, side])).toEqual([
    ['客户名称', '甲', '乙', true, 'winner'],
    ['城市', '', '苏州', true, 'loser'],
    ['规模', '大型', '小型', true, 'loser'],
    ['上级客户', '', '总公司', true, 'loser'],
    ['等级', '金', '', true, 'winner'],
  ]);
});

test('a branch merged with its parent is not asked for that parent', () => {
  const lines = mergeLines(page('甲'), page('乙', { parentId: '甲' }), [], {}, 'zh');
  expect(lines.map((line) => line.label)).toEqual(['客户名称']);
});
