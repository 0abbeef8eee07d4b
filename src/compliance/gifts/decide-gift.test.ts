import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import {
  decideGift,
  refuseDecision,
  refuseVoid,
  type GiftFacts,
  type PersonFacts,
} from '#compliance/gifts/decide-gift.ts';
import { categoryOf, giftKinds, sharesOf, yearOf, type GiftFields } from '#compliance/gifts/gift.ts';
import { defaultPolicy, GiftPolicy } from '#compliance/gifts/gift-policy.ts';

const today = '2026-03-02';
const asked: GiftFields = {
  direction: 'given',
  kind: 'gift',
  accountId: 'a',
  contactIds: [],
  unnamed: 0,
  official: false,
  on: today,
  amount: 100_00,
  currency: 'CNY',
  purpose: '春节拜访',
};
const person = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  id: 'p',
  name: '王工',
  official: false,
  year: { gift: 0, hospitality: 0 },
  ...more,
});
const facts = (more: Partial<GiftFacts> = {}): GiftFacts => ({
  policy: defaultPolicy,
  today,
  people: [person()],
  accountOfficial: false,
  receivedYear: 0,
  freeze: null,
  ...more,
});
const decided = (more: Partial<GiftFields> = {}, known: Partial<GiftFacts> = {}) =>
  decideGift({ ...asked, ...more }, facts(known));

describe('within the limits', () => {
  test('it is registered, each with a share', () => {
    expect(decided({ unnamed: 2, amount: 100_01 })).toEqual({
      state: 'registered',
      heads: 3,
      shares: [33_34, 33_34, 33_33],
      official: false,
      exceeds: [],
    });
  });

  test('exactly the limit is within it', () => {
    expect(decided({ amount: 200_00 }, { people: [person({ year: { gift: 300_00, hospitality: 0 } })] })).toMatchObject(
      {
        state: 'registered',
      },
    );
  });

  test('gifts and hospitality have sums of their own', () => {
    const people = [person({ year: { gift: 500_00, hospitality: 0 } })];
    expect(decided({ kind: 'meal', amount: 300_00 }, { people })).toMatchObject({ state: 'registered' });
  });
});

describe('above a limit it is a request that tells which', () => {
  test('at a time', () => {
    expect(decided({ amount: 200_01 })).toMatchObject({
      state: 'requested',
      exceeds: [{ limit: 'once', key: 'gift', who: 'p', would: 200_01, most: 200_00 }],
    });
  });

  test('in the year', () => {
    expect(decided({ amount: 150_00 }, { people: [person({ year: { gift: 400_00, hospitality: 0 } })] })).toMatchObject(
      {
        exceeds: [{ limit: 'year', would: 550_00, most: 500_00 }],
      },
    );
  });

  test('for who is not named', () => {
    expect(decided({ unnamed: 3, amount: 900_00 }, { people: [] })).toMatchObject({
      exceeds: [{ limit: 'once', who: null, would: 300_00 }],
    });
  });

  test('in a currency that has no limit', () => {
    expect(decided({ currency: 'USD', amount: 1 })).toMatchObject({ exceeds: [{ limit: 'currency' }] });
  });

  test('what ours received counts by itself', () => {
    expect(decided({ direction: 'received', amount: 150_00 }, { receivedYear: 400_00 })).toMatchObject({
      exceeds: [{ limit: 'year', key: 'received', who: null, would: 550_00 }],
    });
  });
});

describe('public officials', () => {
  test.each([
    ['by the person', {}, { people: [person({ official: true })] }],
    ['by the account', {}, { accountOfficial: true }],
    ['for this entry', { official: true }, {}],
  ])('get no gifts: %s', (_why, more, known) => {
    expect(decided(more, known)).toMatchObject({ code: 'gift.officialNone', data: { name: '王工' } });
  });

  test('who is not named at a public body gets none either', () => {
    expect(decided({ unnamed: 2 }, { people: [], accountOfficial: true })).toMatchObject({
      code: 'gift.officialNone',
      data: { name: null },
    });
  });

  test('hospitality is small', () => {
    const known = { accountOfficial: true };
    expect(decided({ kind: 'meal', amount: 100_00 }, known)).toMatchObject({ state: 'registered', official: true });
    expect(decided({ kind: 'meal', amount: 100_01 }, known)).toMatchObject({
      exceeds: [{ key: 'officialHospitality', limit: 'once' }],
    });
  });

  test('what they give us is not forbidden by it', () => {
    expect(decided({ direction: 'received' }, { accountOfficial: true })).toMatchObject({ state: 'registered' });
  });
});

describe('never', () => {
  test.each([
    '现金 200 元',
    '超市购物卡一张',
    '给孩子的红包',
    '微信转账',
    'a gift card',
    'cash in an envelope',
    'ＣＡＳＨ',
  ])('cash and the like: %s', (purpose) => expect(decided({ purpose })).toMatchObject({ code: 'gift.cash' }));
  test('cash by its kind', () => expect(decided({ kind: 'cash' })).toMatchObject({ code: 'gift.cash' }));
  test.each(['讨论现金流管理', '客户递红包，当场退回', 'cash flow workshop'])('but: %s', (purpose) =>
    expect(decided({ purpose })).toMatchObject({ state: 'registered' }),
  );
  test('a personal benefit', () =>
    expect(decided({ purpose: '兑现答应王工的回扣' })).toMatchObject({ code: 'text.personalBenefit' }));
  test('to nobody', () => expect(decided({}, { people: [] })).toMatchObject({ code: 'gift.nobody' }));
  test.each(['2026-05-02', '2025-02-28', '2099-01-01'])('on %s', (on) =>
    expect(decided({ on })).toMatchObject({ code: 'gift.dayOutside' }),
  );
});

describe('while a bid runs', () => {
  const freeze = { deal: '二期', step: { zh: '招标评标', en: 'tender' } };
  test('nothing is given', () => {
    expect(decided({ amount: 1 }, { freeze })).toMatchObject({ code: 'gift.frozen', data: freeze });
  });
  test('what was received is for somebody else to judge', () => {
    expect(decided({ direction: 'received', amount: 1 }, { freeze })).toMatchObject({
      state: 'requested',
      exceeds: [{ limit: 'freeze' }],
    });
  });
});

describe('deciding and voiding', () => {
  const kept = { state: 'requested', ownerId: 'me', createdBy: 'clerk', ownerName: '我' };
  test.each(['me', 'clerk'])('nobody decides on her own: %s', (who) =>
    expect(refuseDecision(kept, who)).toMatchObject({ code: 'gift.ownRequest' }),
  );
  test('another may, once', () => {
    expect(refuseDecision(kept, 'other')).toBeNull();
    expect(refuseDecision({ ...kept, state: 'approved' }, 'other')).toMatchObject({ code: 'gift.notPending' });
  });
  test('her own, or an approver, and not twice', () => {
    expect(refuseVoid(kept, 'other', false)).toMatchObject({ code: 'gift.notYours' });
    expect(refuseVoid(kept, 'other', true)).toBeNull();
    expect(refuseVoid(kept, 'me', false)).toBeNull();
    for (const state of ['voided', 'refused'])
      expect(refuseVoid({ ...kept, state }, 'me', false)).toMatchObject({ code: 'gift.void' });
  });
});

test('a limit of the year below that of one time is no policy', () => {
  expect(GiftPolicy.safeParse(defaultPolicy).success).toBe(true);
  expect(GiftPolicy.safeParse({ ...defaultPolicy, gift: { once: 2, year: 1 } }).success).toBe(false);
});

test('shares add up to the amount, and differ by a cent at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_00 }), fc.integer({ min: 1, max: 540 }), (amount, heads) => {
      const shares = sharesOf(amount, heads);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      expect(shares[0]).toBe(Math.ceil(amount / heads));
    }),
  );
});

test('whatever is registered, without approval nobody comes above a limit', () => {
  const people = ['a', 'b', 'c'];
  const entry = fc.record({
    who: fc.subarray(people, { minLength: 1 }),
    kind: fc.constantFrom(...giftKinds),
    amount: fc.integer({ min: 1, max: 400_00 }),
    unnamed: fc.integer({ min: 0, max: 2 }),
    on: fc.constantFrom('2025-12-30', '2026-01-02', today),
    approve: fc.boolean(),
    voided: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), fc.subarray(people), (entries, officials) => {
      type Line = { who: string; category: string; year: number; share: number; free: boolean };
      let ledger: Line[] = [];
      const sum = (who: string, category: string, year: number, free = false) =>
        ledger
          .filter(
            (line) => line.who === who && line.category === category && line.year === year && (!free || line.free),
          )
          .reduce((all, { share }) => all + share, 0);
      for (const { who, kind, amount, unnamed, on, approve, voided } of entries) {
        const year = yearOf(on);
        const category = categoryOf(kind);
        const known = who.map((id) => ({
          id,
          name: id,
          official: officials.includes(id),
          year: { gift: sum(id, 'gift', year), hospitality: sum(id, 'hospitality', year) },
        }));
        const answer = decideGift({ ...asked, kind, amount, unnamed, on }, facts({ people: known }));
        expect([undefined, 'gift.officialNone']).toContain(isRefusal(answer) ? answer.code : undefined);
        if (isRefusal(answer)) continue;
        const free = answer.state === 'registered';
        if (!free && !approve) continue;
        if (voided) continue;
        const lines = who.map((id, at) => ({ who: id, category, year, share: answer.shares[at]!, free }));
        ledger = [...ledger, ...lines];
        if (!free) continue;
        for (const [at, id] of who.entries()) {
          const limit = officials.includes(id)
            ? { gift: defaultPolicy.officialGift, hospitality: defaultPolicy.officialHospitality }[category]
            : { gift: defaultPolicy.gift, hospitality: defaultPolicy.hospitality }[category];
          expect(answer.shares[at]).toBeLessThanOrEqual(limit.once);
          expect(sum(id, category, year)).toBeLessThanOrEqual(limit.year);
          expect(sum(id, category, year, true)).toBeLessThanOrEqual(limit.year);
        }
      }
    }),
  );
});
