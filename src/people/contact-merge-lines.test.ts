import { expect, test } from 'vitest';
import type { Contact } from '#people/contact.ts';
import { mergeLines } from '#people/contact-merge-lines.ts';

const contact = (more: object) =>
  ({
    name: '王明',
    accountId: null,
    accountName: null,
    ownerName: null,
    custom: {},
    ...more,
  }) as unknown as Contact;

test('what either side knows is shown in words, and where they differ, which is taken', () => {
  const winner = contact({ accountId: 'a', accountName: '北方重工', mobile: null });
  const loser = contact({ accountId: 'b', mobile: '13800138000', title: '处长' });
  const lines = mergeLines(winner, loser, [], { accountId: 'loser' }, 'zh');
  expect(lines.map(({ label, winner: a, loser: b, differs, side }) => [label, a, b, differs, side])).toEqual([
    ['姓名', '王明', '王明', false, 'winner'],
    ['职务', '', '处长', true, 'loser'],
    ['手机', '', '13800138000', true, 'loser'],
    ['任职单位', '北方重工', '…', true, 'loser'],
  ]);
});
