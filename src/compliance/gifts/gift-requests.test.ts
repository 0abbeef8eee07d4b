import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';
import { openGiftsCompany } from '#compliance/gifts/testing.server.ts';

let house: Awaited<ReturnType<typeof openGiftsCompany>>;
beforeAll(async () => {
  followEvents(tellPeople);
  house = await openGiftsCompany(router);
});
afterAll(() => house.company.close());
const as = (name: string) => house.as(name);
const reason = '登记时金额写错了';

/** An account with one person, and a request of ¥400 for her. */
async function requested(who = 'northRep') {
  const accountId = await house.newAccount(who);
  const contactId = await house.newContact(accountId, '王工', who);
  const gift = await as(who).register(house.gift(accountId, { contactIds: [contactId], amount: 400_00 }));
  return { accountId, contactId, gift };
}

describe('requests', () => {
  test('the manager is told, sees how it stands, approves; the rep is told', async () => {
    const { gift, contactId } = await requested();
    expect(gift).toMatchObject({ state: 'requested', exceeds: [{ limit: 'once', who: contactId }] });
    expect((await as('northRep').year({ subjectKind: 'contact', subjectId: contactId })).sums).toEqual([]);
    const [told] = await house.told('northManager');
    expect(told).toMatchObject({ kind: 'gift.requested', subject: { kind: 'gift', id: gift.id } });
    expect((await house.told('director')).map(({ subject }) => subject.id)).not.toContain(gift.id);
    const waits = async (name: string) =>
      (await as(name).list({ toDecide: true, limit: 200 })).rows.map(({ id }) => id).includes(gift.id);
    expect([await waits('northManager'), await waits('northRep'), await waits('southManager')]).toEqual([
      true,
      false,
      false,
    ]);
    const page = await as('northManager').show({ id: gift.id });
    expect(page.may).toEqual({ decide: true, void: true });
    expect(page.now).toMatchObject({ people: [{ id: contactId, before: 0, share: 400_00, most: 500_00 }] });
    await as('northManager').approve({ id: gift.id, reason: '客户来访二十人' });
    expect((await house.told('northRep'))[0]).toMatchObject({
      kind: 'gift.approved',
      facts: { said: '客户来访二十人' },
    });
    expect((await as('northRep').year({ subjectKind: 'contact', subjectId: contactId })).sums).toMatchObject([
      { amount: 400_00, count: 1, direction: 'given', hospitality: false },
    ]);
    await expect(as('northManager').refuse({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.notPending' });
  });

  test('refused with a reason: it never counts', async () => {
    const { gift, accountId } = await requested();
    expect(await as('northManager').refuse({ id: gift.id, reason: '超出太多' })).toMatchObject({
      state: 'refused',
      decision: '超出太多',
      decidedByName: 'northManager',
    });
    expect(await as('northRep').year({ subjectKind: 'account', subjectId: accountId })).toMatchObject({
      sums: [],
      waiting: 0,
    });
    await expect(as('northRep').void({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.void' });
  });

  test('nobody decides on her own, and a rep on none', async () => {
    const { gift } = await requested('northManager');
    await expect(as('northManager').approve({ id: gift.id, reason })).rejects.toMatchObject({
      code: 'gift.ownRequest',
    });
    await expect(as('northManager').refuse({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.ownRequest' });
    await expect(as('northRep').approve({ id: gift.id, reason })).rejects.toMatchObject({ code: 'permission.missing' });
    expect((await house.told('director'))[0]).toMatchObject({ kind: 'gift.requested', subject: { id: gift.id } });
    await as('director').approve({ id: gift.id, reason });
  });
});

describe('correcting', () => {
  test('by another entry, which voids the old; sums follow', async () => {
    const accountId = await house.newAccount();
    const wang = await house.newContact(accountId, '王工');
    const old = await as('northRep').register(house.gift(accountId, { contactIds: [wang], amount: 150_00 }));
    const corrected = await as('northRep').register({
      ...house.gift(accountId, { contactIds: [wang], amount: 180_00 }),
      corrects: { id: old.id, reason },
    });
    expect(corrected).toMatchObject({ corrects: old.id, state: 'registered' });
    const page = await as('northRep').show({ id: old.id });
    expect(page).toMatchObject({
      gift: { state: 'voided', voidReason: reason, correctedBy: corrected.id, amount: 150_00 },
    });
    expect(page.may.void).toBe(false);
    const { sums } = await as('northRep').year({ subjectKind: 'contact', subjectId: wang });
    expect(sums).toMatchObject([{ amount: 180_00, count: 1 }]);
    // What it comes in the place of is not counted against it.
    const asked = house.gift(accountId, { contactIds: [wang], amount: 200_00 });
    const assessed = await as('northRep').assess({ ...asked, correctsId: corrected.id });
    expect(assessed.people[0]!.before).toBe(0);
  });

  test('if the new one is refused the old one stays', async () => {
    const accountId = await house.newAccount();
    const old = await as('northRep').register(house.gift(accountId));
    const wrong = { ...house.gift(accountId, { kind: 'cash' as never }), corrects: { id: old.id, reason } };
    await expect(as('northRep').register(wrong)).rejects.toMatchObject({ code: 'gift.cash' });
    expect((await as('northRep').show({ id: old.id })).gift.state).toBe('registered');
  });

  test('only her own, or by an approver; once', async () => {
    const accountId = await house.newAccount('northManager');
    const { accountsContract } = await import('#accounts/accounts.contract.ts');
    const accounts = house.company.as(accountsContract, house.company.actors['northManager']!);
    await accounts.setMembers({
      id: accountId,
      version: 1,
      members: [{ userId: house.idOf('northRep'), role: 'sales' }],
    });
    const gift = await as('northManager').register(house.gift(accountId));
    await expect(as('northRep').void({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.notYours' });
    await as('director').void({ id: gift.id, reason });
    await expect(as('northManager').void({ id: gift.id, reason })).rejects.toMatchObject({ code: 'gift.void' });
  });

  test('the database itself keeps what was registered', async () => {
    const { gift } = await requested();
    const { sql } = await import('kysely');
    for (const statement of ['update gifts set amount = 1', 'delete from gifts', 'update gift_people set share = 1'])
      await expect(
        house.company.database.write(house.company.tenantId, (tx) => sql.raw(statement).execute(tx)),
      ).rejects.toThrow(/permission denied/);
    expect((await as('northRep').show({ id: gift.id })).gift.amount).toBe(400_00);
  });
});

describe('who sees it', () => {
  test('ours, her managers, whoever sees the account, all of the company', async () => {
    const { gift } = await requested();
    const sees = async (name: string) => {
      const listed = (await as(name).list({ limit: 200 })).rows.some(({ id }) => id === gift.id);
      const shown = await as(name)
        .show({ id: gift.id })
        .then(
          () => true,
          () => false,
        );
      expect(shown).toBe(listed);
      return shown;
    };
    for (const name of ['northRep', 'northManager', 'director', 'admin', 'auditor', 'finance'])
      expect([name, await sees(name)]).toEqual([name, true]);
    for (const name of ['northRep2', 'southRep', 'southManager'])
      expect([name, await sees(name)]).toEqual([name, false]);
  });

  test('timelines of account, contact and deal tell it', async () => {
    const accountId = await house.newAccount();
    const wang = await house.newContact(accountId, '王工');
    const deal = await house.deals('northRep').create({ name: '一期', playbookId: 'six-step', accountId });
    const gift = await as('northRep').register(
      house.gift(accountId, { contactIds: [wang], unnamed: 1, dealId: deal.id }),
    );
    const types = async (subjectKind: 'account' | 'contact' | 'deal', subjectId: string) =>
      (await house.timeline('northRep').list({ subjectKind, subjectId })).rows.map(({ type }) => type);
    expect(await types('account', accountId)).toContain('gift.registered');
    expect(await types('contact', wang)).toContain('contact.giftCounted');
    expect(await types('deal', deal.id)).toContain('deal.giftCounted');
    await as('northRep').void({ id: gift.id, reason });
    expect(await types('contact', wang)).toContain('contact.giftVoided');
    expect((await types('account', accountId)).filter((type) => type.includes('gift'))).toEqual([
      'gift.voided',
      'gift.registered',
    ]);
  });
});

describe('the list', () => {
  test('pages by day, filters, nothing twice', async () => {
    const accountId = await house.newAccount();
    const days = ['2026-02-01', '2026-02-03', '2026-02-02', '2026-02-01', '2026-02-05'];
    for (const on of days)
      await as('northRep').register(house.gift(accountId, { on, kind: on > '2026-02-02' ? 'meal' : 'gift' }));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { rows, next } = await as('northRep').list({ accountId, order: 'desc', limit: 2, after });
      seen.push(...rows.map(({ on }) => on));
      after = next ?? undefined;
    } while (after);
    expect(seen).toEqual(days.toSorted().toReversed());
    const count = async (filters: object) => (await as('northRep').list({ accountId, ...filters })).rows.length;
    expect(await count({ kind: 'meal' })).toBe(2);
    expect(await count({ from: '2026-02-02', to: '2026-02-03' })).toBe(2);
    expect(await count({ state: 'voided' })).toBe(0);
    expect(await count({ official: true })).toBe(0);
    expect(await count({ ownerId: house.idOf('northRep') })).toBe(5);
    expect(await count({ direction: 'received' })).toBe(0);
    expect(await count({ contactId: newId() })).toBe(0);
  });
});
