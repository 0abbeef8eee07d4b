import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { openPartnersCompany, today } from '#partners/testing.server.ts';
import { passNight } from '#partners/registrations/nightly-registrations.server.ts';

let house: Awaited<ReturnType<typeof openPartnersCompany>>;
beforeAll(async () => {
  followEvents(tellPeople);
  house = await openPartnersCompany(router);
});
afterAll(() => house.company.close());
beforeEach(() => house.setDay(today));
const as = (name: string) => house.registrations(name);
const reason = '客户指定原厂直供';

const registered: typeof house.registered = (...asked) => house.registered(...asked);

describe('protection', () => {
  test('is told before it ends, extended once, ends at night', async () => {
    const { at } = await registered();
    await as('northManager').accept(at);
    const night = async (day: string) => {
      house.setDay(day);
      return passNight(house.company.database, house.company.tenantId, house.now());
    };
    expect(await night('2026-05-15')).toEqual({ expired: 0, reminded: 0 });
    expect((await night('2026-05-16')).reminded).toBeGreaterThanOrEqual(1);
    expect(await house.told('northRep')).toContain('registration.expiring 二期能源管理项目');
    expect(await night('2026-05-17')).toEqual({ expired: 0, reminded: 0 });
    expect((await as('northManager').list({ endsBefore: '2026-05-30' })).rows.map(({ id }) => id)).toContain(at.id);
    await expect(as('northManager').extend({ id: at.id, version: 2, reason: '私下给他钱' })).rejects.toMatchObject({
      code: 'text.personalBenefit',
    });
    const extended = await as('northManager').extend({ id: at.id, version: 2, reason: '招标推迟' });
    expect(extended).toMatchObject({ protectedUntil: '2026-07-29', extendedByName: 'northManager' });
    await expect(as('northManager').extend({ id: at.id, version: 3, reason })).rejects.toMatchObject({
      code: 'registration.extendedOnce',
    });
    expect((await night('2026-07-30')).expired).toBeGreaterThanOrEqual(1);
    expect((await as('northRep').show({ id: at.id })).registration.state).toBe('expired');
    await expect(as('northManager').extend({ id: at.id, version: 4, reason })).rejects.toMatchObject({
      code: 'registration.notProtected',
    });
    expect(await house.told('northRep')).toContain('registration.expired 二期能源管理项目');
    await expect(as('northRep').withdraw({ id: at.id, version: 4, reason })).rejects.toMatchObject({
      code: 'registration.over',
    });
  });

  test('is given up with a reason, by whose it is', async () => {
    const { at, account } = await registered();
    await house.accounts('northRep').setMembers({
      id: account.id,
      version: 1,
      members: [{ userId: house.idOf('southRep'), role: 'sales' }],
    });
    await expect(as('southRep').withdraw({ ...at, reason })).rejects.toMatchObject({ code: 'registration.notYours' });
    await expect(as('northRep').withdraw({ ...at, reason: '给他红包' })).rejects.toMatchObject({
      code: 'text.personalBenefit',
    });
    expect(await as('northRep').withdraw({ ...at, reason })).toMatchObject({ state: 'withdrawn', reason });
  });
});

describe('its deal', () => {
  test('is linked, one protection to a deal, and of its customer', async () => {
    const { at, account } = await registered();
    const deal = await house.deals('northRep').create({ name: '二期', playbookId: 'six-step', accountId: account.id });
    const linked = await as('northRep').link({ ...at, dealId: deal.id });
    expect(linked).toMatchObject({ dealId: deal.id, dealName: '二期' });
    await as('northManager').accept({ id: at.id, version: 2 });
    expect((await as('northRep').list({ dealId: deal.id })).rows.map(({ id }) => id)).toEqual([at.id]);

    const partner = await house.newPartner();
    const other = await as('northRep').create(house.project(partner.id, { accountId: account.id, name: '办公楼' }));
    await as('northManager').accept({ id: other.id, version: 1 });
    await expect(as('northRep').link({ id: other.id, version: 2, dealId: deal.id })).rejects.toMatchObject({
      code: 'registration.protected',
    });
    const away = await house.deals('northRep').create({ name: '无客户', playbookId: 'six-step' });
    await expect(as('northRep').link({ id: other.id, version: 2, dealId: away.id })).rejects.toMatchObject({
      code: 'registration.dealElsewhere',
    });
    await expect(as('southRep').link({ id: other.id, version: 2, dealId: deal.id })).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });

  test('a customer that was only a name becomes the deal’s account, and is compared by it', async () => {
    const partner = await house.newPartner();
    const registration = await as('northRep').create(house.project(partner.id, { customerName: '江北那家' }));
    const account = await house.accounts('northRep').create({ name: '江北新材料' });
    const deal = await house.deals('northRep').create({ name: '新线', playbookId: 'six-step', accountId: account.id });
    expect(await as('northRep').link({ id: registration.id, version: 1, dealId: deal.id })).toMatchObject({
      accountId: account.id,
      customerName: '江北新材料',
    });
    const { conflicts } = await as('northRep').conflicts(
      house.project(partner.id, { customerName: '江北新材料有限公司' }),
    );
    expect(conflicts[0]).toMatchObject({ kind: 'registration', id: registration.id, likeness: 'same' });
    const nameless = await as('northRep').create(house.project(partner.id, { customerName: '再来一家' }));
    const loose = await house.deals('northRep').create({ name: '没有客户', playbookId: 'six-step' });
    expect(await as('northRep').link({ id: nameless.id, version: 1, dealId: loose.id })).toMatchObject({
      dealId: loose.id,
      accountId: null,
    });
  });
});
