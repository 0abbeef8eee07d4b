import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';
import { partnerEventWords } from '#partners/partner-events.ts';
import { openPartnersCompany, today } from '#partners/testing.server.ts';
import { defaultPolicy } from '#partners/registrations/registration-policy.ts';

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

describe('registering', () => {
  test('waits for a manager, who is told; the rep is told what became of it', async () => {
    const { partner, account, registration, at } = await registered();
    expect(registration).toMatchObject({
      state: 'submitted',
      termsState: 'none',
      customerName: account.name,
      partnerName: partner.name,
      ownerName: 'northRep',
      protectedUntil: null,
    });
    expect((await house.told('northManager'))[0]).toBe('registration.submitted 二期能源管理项目');
    const view = await as('northManager').show({ id: at.id });
    expect(view.may).toEqual({ decide: true, decideTerms: false, extend: false, withdraw: true, change: true });
    const accepted = await as('northManager').accept(at);
    expect(accepted).toMatchObject({
      state: 'accepted',
      protectedFrom: today,
      protectedUntil: '2026-05-30',
      decidedByName: 'northManager',
    });
    expect((await house.told('northRep'))[0]).toBe('registration.accepted 二期能源管理项目');
    expect((await as('northRep').show({ id: at.id })).history.map(({ type, until }) => [type, until])).toEqual([
      ['registration.accepted', '2026-05-30'],
      ['registration.submitted', null],
    ]);
    expect(await house.partners('southRep').show({ id: partner.id })).toMatchObject({ protectedCount: 1 });
  });

  test('taken back by her manager, the rep is told why, and of no protection any more', async () => {
    const { at } = await registered();
    const { id, version } = await as('northManager').accept(at);
    await as('northManager').withdraw({ id, version, reason: '伙伴退出了项目' });
    expect((await house.told('northRep'))[0]).toBe('registration.withdrawn 二期能源管理项目');
    const [last] = (await as('northRep').show({ id })).history;
    expect(last).toMatchObject({ type: 'registration.withdrawn', reason: '伙伴退出了项目' });
    const { type, reason: said, until } = last!;
    const event = { type, subject: { kind: 'registration', id }, actorName: null, data: { reason: said, until } };
    expect(partnerEventWords[type]?.(event, 'zh')?.detail).toBe('伙伴退出了项目');
    const accepted = { ...event, type: 'registration.accepted', data: { until: '2026-05-30' } };
    expect(partnerEventWords['registration.accepted']?.(accepted, 'zh')?.detail).toBe('保护到 2026年5月30日');
  });

  test('is refused where it may not be', async () => {
    const partner = await house.newPartner();
    const create = (more: object) => as('northRep').create(house.project(partner.id, more));
    await expect(create({ customerName: '' })).rejects.toMatchObject({ code: 'registration.customerMissing' });
    await expect(create({ interest: true })).rejects.toMatchObject({ code: 'registration.interestUnsaid' });
    await expect(create({ brings: '给处长回扣' })).rejects.toMatchObject({ code: 'text.personalBenefit' });
    await expect(create({ partnerId: newId() })).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(create({ accountId: newId() })).rejects.toMatchObject({ code: 'record.notFound' });
    const elsewhere = await house.accounts('northRep').create({ name: '别家的客户' });
    const deal = await house
      .deals('northRep')
      .create({ name: '别家的单', playbookId: 'six-step', accountId: elsewhere.id });
    const account = await house.accounts('northRep').create({ name: '这家的客户' });
    await expect(create({ accountId: account.id, dealId: deal.id })).rejects.toMatchObject({
      code: 'registration.dealElsewhere',
    });
    await house.partners('northRep').setState({ id: partner.id, version: 1, state: 'ended', reason: '到期不续' });
    await expect(create({})).rejects.toMatchObject({ code: 'registration.partnerOut' });
  });

  test('a retry under the same key makes nothing new', async () => {
    const { registrationsContract } = await import('#partners/registrations/registrations.contract.ts');
    const partner = await house.newPartner();
    const key = { 'idempotency-key': 'registration-1' };
    const client = house.company.as(registrationsContract, house.company.actors['northRep']!, key);
    const first = await client.create(house.project(partner.id));
    expect(await client.create(house.project(partner.id))).toEqual(first);
  });
});

describe('two for one project', () => {
  test('the first accepted has it until it ends; then the other', async () => {
    const first = await registered();
    const other = await house.newPartner();
    const project = house.project(other.id, {
      name: `${first.account.name} 2期 能源管理工程`,
      customerName: first.account.name,
    });
    const { conflicts } = await as('northRep').conflicts(project);
    expect(conflicts.map(({ kind, likeness, blocks }) => [kind, likeness, blocks])).toEqual([
      ['registration', 'same', false],
      ['account', 'customer', false],
    ]);
    const second = await as('northRep').create(project);
    await as('northManager').accept(first.at);
    const now = await as('northRep').conflicts(project);
    expect(now.conflicts[0]).toMatchObject({ id: first.at.id, blocks: true, protectedUntil: '2026-05-30' });
    const accept = () => as('northManager').accept({ id: second.id, version: second.version });
    await expect(accept()).rejects.toMatchObject({ code: 'registration.protected', data: { until: '2026-05-30' } });
    house.setDay('2026-05-31');
    expect(await accept()).toMatchObject({ state: 'accepted' });
    expect((await as('northRep').show({ id: first.at.id })).registration.state).toBe('expired');
  });

  test('at once: one of them', async () => {
    const first = await registered();
    const others = await Promise.all(
      [1, 2, 3].map(async () => {
        const partner = await house.newPartner();
        return as('northRep').create(house.project(partner.id, { customerName: first.account.name }));
      }),
    );
    const outcomes = await Promise.allSettled(
      [first.registration, ...others].map(({ id, version }) => as('northManager').accept({ id, version })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(reasons).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ code: 'registration.protected' })),
    );
  });

  test('what the asker may not see is told without its names', async () => {
    const hidden = await registered('southRep');
    await as('southManager').accept(hidden.at);
    await house
      .deals('southRep')
      .create({ name: '南方机密二期', playbookId: 'six-step', accountId: hidden.account.id });
    const own = await house.newPartner('northRep');
    const { conflicts } = await as('northRep').conflicts(house.project(own.id, { customerName: hidden.account.name }));
    expect(conflicts).toHaveLength(3);
    for (const conflict of conflicts)
      expect(conflict).toMatchObject({ id: null, name: null, partnerName: null, ownerName: 'southRep' });
    expect(conflicts[0]).toMatchObject({ kind: 'registration', blocks: true });
    expect(JSON.stringify(conflicts)).not.toContain(hidden.partner.name);
    await expect(as('northRep').show({ id: hidden.at.id })).rejects.toMatchObject({ code: 'record.notFound' });
    expect((await as('northRep').list({ partnerId: hidden.partner.id })).rows).toEqual([]);
  });
});

describe('deciding', () => {
  test('nobody on her own, nobody twice, not without the partner’s contract', async () => {
    const own = await registered('northManager');
    await expect(as('northManager').accept(own.at)).rejects.toMatchObject({ code: 'registration.own' });
    await expect(as('northManager').refuse({ ...own.at, reason })).rejects.toMatchObject({ code: 'registration.own' });
    const { at, partner } = await registered();
    await expect(as('northManager').refuse({ ...at, reason: '王总女儿高考' })).rejects.toMatchObject({
      code: 'text.privateFact',
    });
    await house.partners('northRep').update({ id: partner.id, version: 1, contractUntil: '2026-03-01' });
    await expect(as('northManager').accept(at)).rejects.toMatchObject({ code: 'registration.partnerNotActive' });
    expect(await as('northManager').refuse({ ...at, reason })).toMatchObject({ state: 'refused', reason });
    await expect(as('northManager').accept({ id: at.id, version: 2 })).rejects.toMatchObject({
      code: 'registration.notWaiting',
    });
    await expect(as('northRep').accept(at)).rejects.toMatchObject({ code: 'permission.missing' });
    await expect(as('southManager').accept(at)).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('a declared interest is handled first', async () => {
    const { at } = await registered('northRep', { interest: true, interestNote: '伙伴销售经理的配偶在客户采购部' });
    await expect(as('northManager').accept(at)).rejects.toMatchObject({ code: 'registration.interestUnhandled' });
    expect(await as('northManager').accept({ ...at, handling: '该经理不参与本项目' })).toMatchObject({
      state: 'accepted',
      handling: '该经理不参与本项目',
    });
  });

  test('commission above the limit is allowed by a manager first', async () => {
    const { at } = await registered('northRep', { terms: { kind: 'percent', percent: 8_00 } });
    await expect(as('northManager').accept(at)).rejects.toMatchObject({ code: 'registration.termsOpen' });
    const refused = await as('northManager').decideTerms({ ...at, approve: false, reason: '高于同类项目' });
    expect(refused).toMatchObject({ termsState: 'refused', termsByName: 'northManager' });
    const waiting = await as('northRep').setTerms({
      id: at.id,
      version: 2,
      terms: { kind: 'fixed', amount: 50_000_00 },
    });
    expect(waiting.termsState).toBe('waiting');
    expect((await house.told('northManager'))[0]).toContain('registration.termsSet');
    await expect(
      as('northManager').decideTerms({ id: at.id, version: 3, approve: true, reason: '给他个人好处' }),
    ).rejects.toMatchObject({ code: 'text.personalBenefit' });
    const approved = await as('northManager').decideTerms({ id: at.id, version: 3, approve: true, reason: '战略项目' });
    expect(approved).toMatchObject({ termsState: 'approved', termsReason: '战略项目' });
    await expect(
      as('northManager').decideTerms({ id: at.id, version: 4, approve: true, reason }),
    ).rejects.toMatchObject({ code: 'registration.termsNotWaiting' });
    expect(await as('northManager').accept({ id: at.id, version: 4 })).toMatchObject({ state: 'accepted' });
    await expect(
      as('northRep').setTerms({ id: at.id, version: 5, terms: { kind: 'none' }, note: '改为返点给他' }),
    ).rejects.toMatchObject({ code: 'text.personalBenefit' });
    const own = await registered('northManager', { terms: { kind: 'percent', percent: 9_00 } });
    await expect(as('northManager').decideTerms({ ...own.at, approve: true, reason })).rejects.toMatchObject({
      code: 'registration.own',
    });
  });
});

test('the rules: an administrator sets them, the second of two is told', async () => {
  expect(await as('northRep').policy({})).toMatchObject({ version: 0, policy: defaultPolicy });
  const policy = { ...defaultPolicy, protectionDays: 30 };
  await expect(as('northManager').changePolicy({ version: 0, policy })).rejects.toMatchObject({
    code: 'permission.missing',
  });
  expect(await as('admin').changePolicy({ version: 0, policy })).toMatchObject({
    version: 1,
    policy,
    changedByName: 'admin',
  });
  await expect(as('admin').changePolicy({ version: 0, policy })).rejects.toMatchObject({ code: 'record.changed' });
  const { at } = await registered();
  expect(await as('northManager').accept(at)).toMatchObject({ protectedUntil: '2026-03-31' });
  await as('admin').changePolicy({ version: 1, policy: defaultPolicy });
});

const idsOf = async (who: string, filters: object) =>
  (await as(who).list({ limit: 200, ...filters })).rows.map(({ id }) => id);

test('the worklist: what waits for her, what is hers', async () => {
  const { at } = await registered('northRep2');
  expect(await idsOf('northManager', { toDecide: true })).toContain(at.id);
  expect(await idsOf('northRep2', { mine: true })).toEqual([at.id]);
  expect(await idsOf('northRep', { toDecide: true })).toEqual([]);
  expect(await idsOf('finance', { state: 'submitted' })).toContain(at.id);
  expect(await idsOf('director', { search: '能源管理' })).toContain(at.id);
  expect(await idsOf('director', { search: '100%' })).toEqual([]);
});
