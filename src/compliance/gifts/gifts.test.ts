import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';
import { openGiftsCompany, today } from '#compliance/gifts/testing.server.ts';
import { defaultPolicy } from '#compliance/gifts/gift-policy.ts';

let house: Awaited<ReturnType<typeof openGiftsCompany>>;
beforeAll(async () => {
  followEvents(tellPeople);
  house = await openGiftsCompany(router);
});
afterAll(() => house.company.close());
const as = (name: string) => house.as(name);
const reason = '登记时金额写错了';

describe('registering', () => {
  test('within the limit: it counts, and everybody’s sums are known before the next', async () => {
    const accountId = await house.newAccount();
    const wang = await house.newContact(accountId, '王工');
    const gift = await as('northRep').register(
      house.gift(accountId, { contactIds: [wang], unnamed: 1, amount: 300_01 }),
    );
    expect(gift).toMatchObject({ state: 'registered', heads: 2, perPerson: 150_01, unnamed: 1, ownerName: 'northRep' });
    expect(gift.people).toMatchObject([{ id: wang, share: 150_01 }]);
    const next = await as('northRep').assess(house.gift(accountId, { contactIds: [wang], amount: 200_00 }));
    expect(next).toMatchObject({
      outcome: 'registered',
      year: 2026,
      people: [{ id: wang, share: 200_00, before: 150_01, once: 200_00, most: 500_00, official: false }],
      account: { before: 300_01 },
      refusal: null,
    });
    expect(next.owner.before).toBeGreaterThanOrEqual(300_01);
    const more = await as('northRep').assess(house.gift(accountId, { contactIds: [wang], amount: 360_00 }));
    expect(more.outcome).toBe('requested');
    expect(more.exceeds.map(({ limit }) => limit)).toEqual(['once', 'year']);
  });

  test('a contact twice, or under the name she was merged from, is one person', async () => {
    const accountId = await house.newAccount();
    const one = await house.newContact(accountId, '赵工');
    const two = await house.newContact(accountId, '赵工');
    await as('northRep').register(house.gift(accountId, { contactIds: [one, two], amount: 300_00 }));
    await house.contacts('northManager').merge({ id: one, version: 1, loserId: two, loserVersion: 1 });
    const sums = await as('northRep').assess(house.gift(accountId, { contactIds: [two, one, one] }));
    expect(sums.people).toMatchObject([{ id: one, before: 300_00, share: 100_00 }]);
  });

  test('what is refused says why in words, also beforehand', async () => {
    const accountId = await house.newAccount();
    const elsewhere = await house.newContact(await house.newAccount(), '李工');
    const register = (more: object) => as('northRep').register(house.gift(accountId, more));
    await expect(register({ kind: 'cash' })).rejects.toMatchObject({ code: 'gift.cash', status: 422 });
    await expect(register({ purpose: '购物卡 500' })).rejects.toMatchObject({
      message: expect.stringContaining('任何审批都不例外'),
    });
    await expect(register({ purpose: '回扣先垫着' })).rejects.toMatchObject({ code: 'text.personalBenefit' });
    await expect(register({ unnamed: 0 })).rejects.toMatchObject({ code: 'gift.nobody' });
    await expect(register({ on: '2024-01-01' })).rejects.toMatchObject({ code: 'gift.dayOutside' });
    await expect(register({ contactIds: [elsewhere] })).rejects.toMatchObject({ code: 'gift.elsewhere' });
    await expect(register({ ownerId: newId() })).rejects.toMatchObject({ code: 'user.unknown' });
    const deal = await house.deals('northRep').create({ name: '别家的单', playbookId: 'six-step' });
    await expect(register({ dealId: deal.id })).rejects.toMatchObject({ code: 'gift.dealElsewhere' });
    const told = await as('northRep').assess(house.gift(accountId, { kind: 'cash' }));
    expect(told).toMatchObject({ outcome: 'refused', refusal: { zh: expect.stringContaining('现金') } });
    await expect(register({ contactIds: [newId()] })).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('two at once for one person: one of them becomes a request', async () => {
    const accountId = await house.newAccount();
    const wang = await house.newContact(accountId, '王工');
    const some = Array.from({ length: 5 }, () =>
      as('northRep').register(house.gift(accountId, { contactIds: [wang], amount: 200_00 })),
    );
    const states = (await Promise.all(some)).map(({ state }) => state).toSorted();
    expect(states).toEqual(['registered', 'registered', 'requested', 'requested', 'requested']);
  });

  test('a retry under the same key makes nothing new', async () => {
    const accountId = await house.newAccount();
    const { giftsContract } = await import('#compliance/gifts/gifts.contract.ts');
    const client = house.company.as(giftsContract, house.company.actors['northRep']!, { 'idempotency-key': 'gift-1' });
    const first = await client.register(house.gift(accountId));
    expect(await client.register(house.gift(accountId))).toEqual(first);
  });
});

describe('public officials', () => {
  test('by the account’s ownership, or marked; never unmarked', async () => {
    const accountId = await house.newAccount('northRep', { ownership: 'state' });
    const wang = await house.newContact(accountId, '王工');
    await expect(
      as('northRep').register(house.gift(accountId, { contactIds: [wang], amount: 1 })),
    ).rejects.toMatchObject({ code: 'gift.officialNone', message: expect.stringMatching(/王工\d+属于国家工作人员/) });
    const firm = await house.newAccount();
    const li = await house.newContact(firm, '李工');
    expect((await as('northRep').register(house.gift(firm, { contactIds: [li], amount: 1 }))).official).toBe(false);
    expect((await as('northRep').year({ subjectKind: 'contact', subjectId: li })).official).toBeNull();
    await as('northRep').markOfficial({ contactId: li });
    await as('northRep').markOfficial({ contactId: li });
    expect((await as('northRep').year({ subjectKind: 'contact', subjectId: li })).official).toBe('contact');
    await expect(as('northRep').register(house.gift(firm, { contactIds: [li], amount: 1 }))).rejects.toMatchObject({
      code: 'gift.officialNone',
    });
    const other = await house.newContact(firm, '李工');
    await house.contacts('northManager').merge({ id: other, version: 1, loserId: li, loserVersion: 2 });
    expect((await as('northRep').year({ subjectKind: 'contact', subjectId: other })).official).toBe('contact');
    await expect(as('southRep').markOfficial({ contactId: other })).rejects.toMatchObject({ code: 'record.notFound' });
  });
});

/** An account of hers with a deal at the tender. */
async function bidding() {
  const accountId = await house.newAccount();
  const deal = await house.deals('northRep').create({ name: '二期招标', playbookId: 'industrial', accountId });
  await house.deals('northRep').recordFacts({ id: deal.id, version: 1, values: { 'buyer.stage': 'tender' } });
  return { accountId, deal };
}

describe('while a bid runs', () => {
  test('nothing is given to its account’s people, and the deal is named to who sees it', async () => {
    const { accountId } = await bidding();
    await expect(as('northRep').register(house.gift(accountId, { amount: 1 }))).rejects.toMatchObject({
      code: 'gift.frozen',
      status: 409,
      message: expect.stringMatching(/“二期招标”.*招标评标/),
    });
    const received = await as('northRep').register(house.gift(accountId, { direction: 'received', amount: 1 }));
    expect(received).toMatchObject({ state: 'requested', exceeds: [{ limit: 'freeze' }] });
    // It began today: what was given last week was given before.
    expect(await as('northRep').register(house.gift(accountId, { on: '2026-02-20' }))).toMatchObject({
      state: 'registered',
    });
  });

  test('who sees the account but not the deal is not told its name', async () => {
    const accountId = await house.newAccount('southRep');
    const { accountsContract } = await import('#accounts/accounts.contract.ts');
    const accounts = house.company.as(accountsContract, house.company.actors['southRep']!);
    await accounts.setMembers({
      id: accountId,
      version: 1,
      members: [{ userId: house.idOf('northRep'), role: 'presales' }],
    });
    const deal = await house.deals('southRep').create({ name: '南方机密', playbookId: 'industrial', accountId });
    await house.deals('southRep').recordFacts({ id: deal.id, version: 1, values: { 'buyer.stage': 'tender' } });
    const refused = await as('northRep')
      .register(house.gift(accountId))
      .catch((error: Error) => error);
    expect(refused).toMatchObject({ code: 'gift.frozen', message: expect.stringContaining('您看不到的商机') });
    expect(JSON.stringify(refused)).not.toContain('南方机密');
  });

  test('a request that was made before cannot be approved until it is over', async () => {
    const accountId = await house.newAccount();
    const gift = await as('northRep').register(house.gift(accountId, { amount: 300_00 }));
    const deal = await house.deals('northRep').create({ name: '三期招标', playbookId: 'seven-step', accountId });
    const { version } = await house
      .deals('northRep')
      .recordFacts({ id: deal.id, version: 1, values: { 'buyer.stage': 'tender' } });
    await expect(as('northManager').approve({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.frozen' });
    const told = { code: 'text.privateFact' };
    const family = '王总女儿今年高考';
    await expect(as('northManager').approve({ id: gift.id, reason: family })).rejects.toMatchObject(told);
    await expect(as('northManager').refuse({ id: gift.id, reason: family })).rejects.toMatchObject(told);
    await expect(as('northManager').void({ id: gift.id, reason: family })).rejects.toMatchObject(told);
    await house.deals('northRep').recordFacts({ id: deal.id, version, values: { 'buyer.stage': 'award' } });
    expect(await as('northManager').approve({ id: gift.id, reason })).toMatchObject({ state: 'approved' });
  });
});

describe('limits', () => {
  test('an administrator sets them, the second of two is told, others may look', async () => {
    const before = await as('northRep').policy({});
    expect(before).toMatchObject({ version: 0, policy: defaultPolicy });
    expect(before.steps.find(({ id }) => id === 'tender')!.playbooks.map(({ zh }) => zh)).toHaveLength(2);
    const policy = { ...defaultPolicy, gift: { once: 10_00, year: 10_00 } };
    await expect(as('northManager').changePolicy({ version: 0, policy })).rejects.toMatchObject({ status: 403 });
    expect(await as('admin').changePolicy({ version: 0, policy })).toMatchObject({
      version: 1,
      policy,
      changedByName: 'admin',
    });
    await expect(as('admin').changePolicy({ version: 0, policy })).rejects.toMatchObject({ code: 'record.changed' });
    const accountId = await house.newAccount();
    expect(await as('northRep').register(house.gift(accountId, { amount: 10_01 }))).toMatchObject({
      state: 'requested',
    });
    const bad = { ...policy, gift: { once: 2, year: 1 } };
    await expect(as('admin').changePolicy({ version: 1, policy: bad })).rejects.toMatchObject({
      code: 'input.invalid',
      data: { issues: [{ path: ['policy', 'gift', 'year'], message: '全年上限不能低于单次上限' }] },
    });
    await as('admin').changePolicy({ version: 1, policy: defaultPolicy });
  });
});

const total = (sums: { amount: number }[]) => sums.reduce((all, { amount }) => all + amount, 0);

test('sums are the ledger', async () => {
  const accountId = await house.newAccount();
  const people = [await house.newContact(accountId, '甲'), await house.newContact(accountId, '乙')];
  let seed = 7;
  const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
  for (let at = 0; at < 30; at++) {
    const contactIds = people.slice(0, 1 + random(2));
    const on = ['2025-11-11', '2026-01-15', today][random(3)]!;
    const kind = (['gift', 'meal', 'ticket'] as const)[random(3)]!;
    const gift = await as('northRep').register(
      house.gift(accountId, { contactIds, kind, on, amount: 1 + random(200_00), unnamed: random(2) }),
    );
    if (gift.state === 'requested') await as('northManager')[random(2) ? 'approve' : 'refuse']({ id: gift.id, reason });
    else if (random(4) === 0) await as('northRep').void({ id: gift.id, reason });
  }
  const { rows } = await as('northRep').list({ accountId, limit: 200 });
  const counted = rows.filter(
    ({ state, on }) => (state === 'registered' || state === 'approved') && on >= '2026-01-01',
  );
  expect(counted.length).toBeGreaterThan(3);
  expect(total((await as('northRep').year({ subjectKind: 'account', subjectId: accountId })).sums)).toBe(
    total(counted),
  );
  for (const id of people) {
    const shares = counted.flatMap((gift) =>
      gift.people.filter((person) => person.id === id).map(({ share }) => ({ amount: share })),
    );
    expect(total((await as('northRep').year({ subjectKind: 'contact', subjectId: id })).sums)).toBe(total(shares));
  }
});
