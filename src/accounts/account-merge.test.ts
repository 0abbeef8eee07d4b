import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMerge, mergeFields } from '#accounts/account-merge.ts';
import type { MergeChoice } from '#platform/merge.ts';
import type { Account } from '#accounts/account.ts';
import { isRefusal } from '#shared/refusal.ts';

const text = fc.constantFrom('甲', '乙', '丙', '丁');
const maybe = fc.option(text, { nil: null });
const account = (id: string): fc.Arbitrary<Account> =>
  fc.record({
    id: fc.constant(id),
    name: text,
    aliases: fc.uniqueArray(text),
    creditCode: maybe,
    industry: maybe,
    province: maybe,
    city: maybe,
    scale: maybe,
    ownership: maybe,
    address: maybe,
    postCode: maybe,
    site: maybe,
    phone: maybe,
    source: maybe,
    tags: fc.uniqueArray(text),
    custom: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(text, fc.nat(), fc.boolean())),
    ownerId: maybe,
    ownerName: maybe,
    teamId: maybe,
    parentId: fc.option(fc.constantFrom('winner', 'loser', 'below', 'above'), { nil: null }),
    version: fc.nat(),
    createdAt: fc.constant('2026-01-01T00:00:00.000Z'),
    updatedAt: fc.constant('2026-01-01T00:00:00.000Z'),
  });
const choice: fc.Arbitrary<MergeChoice> = fc.dictionary(
  fc.constantFrom(...mergeFields, 'custom.a', 'custom.b'),
  fc.constantFrom('winner', 'loser'),
);
const plainFields = mergeFields.filter((field) => field !== 'parentId');
const below = new Set(['below']);

test('merging loses no name, tag, alias or custom field, and no field that only one side knows', () => {
  fc.assert(
    fc.property(account('winner'), account('loser'), (winner, loser) => {
      const merged = decideMerge(winner, loser, {}, below);
      if (isRefusal(merged)) throw new Error('refused');
      const names = [merged.name, ...merged.aliases];
      expect(names).toEqual(expect.arrayContaining([winner.name, loser.name, ...winner.aliases, ...loser.aliases]));
      expect(merged.tags).toEqual(expect.arrayContaining([...winner.tags, ...loser.tags]));
      expect(merged.custom).toEqual({ ...loser.custom, ...winner.custom });
      for (const field of plainFields) expect(merged[field]).toBe(winner[field] ?? loser[field]);
    }),
  );
});

test('what is chosen is taken, whichever side it is on', () => {
  fc.assert(
    fc.property(account('winner'), account('loser'), choice, (winner, loser, choice) => {
      const merged = decideMerge(winner, loser, choice, below);
      if (isRefusal(merged)) throw new Error('refused');
      for (const field of plainFields.filter((field) => choice[field])) {
        expect(merged[field]).toBe({ winner, loser }[choice[field]!][field]);
      }
      for (const key of ['a', 'b'].filter((key) => choice[`custom.${key}`])) {
        expect(merged.custom[key]).toEqual({ winner, loser }[choice[`custom.${key}`]!].custom[key]);
      }
    }),
  );
});

test('the group stays a tree: neither side nor anything below becomes the parent', () => {
  fc.assert(
    fc.property(account('winner'), account('loser'), choice, (winner, loser, choice) => {
      const merged = decideMerge(winner, loser, choice, below);
      expect(['above', null]).toContain((merged as { parentId: string | null }).parentId);
    }),
  );
});

test('an account does not merge with itself', () => {
  fc.assert(
    fc.property(account('winner'), (one) => {
      expect(decideMerge(one, one, {}, below)).toMatchObject({ code: 'account.mergeSelf' });
    }),
  );
});
