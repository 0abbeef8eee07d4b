import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextActsOf } from '#accounts/account-next.ts';
import { groupLines } from '#accounts/group-tree.ts';

const bare = {
  account: { ownerId: 'u', creditCode: 'x', industry: '汽车', province: '上海' },
  members: [{ userId: 'v', name: '高总', role: 'sponsor' }],
  counts: { contacts: 1, deals: 1, openTasks: 1, notes: 0, attachments: 0 },
} as unknown as Parameters<typeof nextActsOf>[0];

test('an account that has all wants nothing; one that has nothing is told the three most useful things', () => {
  expect(nextActsOf(bare)).toEqual([]);
  const empty = {
    ...bare,
    account: { ...bare.account, ownerId: null },
    counts: { ...bare.counts, contacts: 0, deals: 0, openTasks: 0 },
  };
  expect(nextActsOf(empty)).toEqual(['owner', 'contact', 'deal']);
});

test('a deal without an executive sponsor, a missing code', () => {
  const account = { ...bare.account, creditCode: null };
  expect(nextActsOf({ ...bare, account, members: [] })).toEqual(['sponsor', 'code']);
});

test('a group is drawn whole, every account once, branches under their parents', () => {
  const forest = fc
    .array(fc.nat(9), { maxLength: 10 })
    .map((parents) =>
      parents.map((parent, at) => ({ id: String(at), name: `甲${at}`, parentId: parent < at ? String(parent) : null })),
    );
  fc.assert(
    fc.property(forest, (rows) => {
      const lines = groupLines(rows);
      expect(lines.map((line) => line.row.id).sort()).toEqual(rows.map((row) => row.id).sort());
      for (const [at, { row, depth }] of lines.entries()) {
        const above = lines.slice(0, at).findLast((line) => line.depth === depth - 1);
        expect(row.parentId ?? undefined).toBe(depth === 0 ? undefined : above?.row.id);
      }
    }),
  );
});
