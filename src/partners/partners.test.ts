import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { openPartnersCompany } from '#partners/testing.server.ts';

let house: Awaited<ReturnType<typeof openPartnersCompany>>;
beforeAll(async () => {
  house = await openPartnersCompany(router);
});
afterAll(() => house.company.close());
const as = (name: string) => house.partners(name);
const code = '914403001922038216';

const found = async (filters: object) =>
  (await as('director').list({ kind: 'institute', sort: 'name', ...filters })).rows.map(({ name }) => name);

describe('a partner', () => {
  test('of the same name or code is told before there are two', async () => {
    const first = await as('northRep').create({ name: '鼎岳科技有限公司', kind: 'integrator', creditCode: code });
    expect(first).toMatchObject({
      state: 'prospect',
      ownerName: 'northRep',
      mine: true,
      protectedCount: 0,
      rivals: [],
    });
    const again = { name: '（中国）鼎岳科技', kind: 'integrator' } as const;
    await expect(as('southRep').create(again)).rejects.toMatchObject({
      code: 'partner.maybeDuplicate',
      data: { candidates: [{ id: first.id, ownerName: 'northRep', why: ['name'] }] },
    });
    expect(await as('southRep').duplicates({ name: '鼎岳科技' })).toMatchObject({ candidates: [{ id: first.id }] });
    await expect(as('southRep').create({ ...again, name: '别的', creditCode: code })).rejects.toMatchObject({
      code: 'partner.codeTaken',
      message: expect.stringContaining('鼎岳科技有限公司'),
    });
    await expect(
      as('southRep').create({ name: '某某', kind: 'agent', creditCode: '914403001922038217' }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const second = await as('southRep').create({ ...again, confirm: true });
    await expect(as('southRep').update({ id: second.id, version: 1, creditCode: code })).rejects.toMatchObject({
      code: 'partner.codeTaken',
    });
  });

  test('is seen by all, changed by who looks after it and her managers', async () => {
    const { id } = await house.newPartner('northRep', { note: '华北总代理' });
    expect(await as('southRep').show({ id })).toMatchObject({ mine: false, note: '华北总代理' });
    await expect(as('southRep').update({ id, version: 1, note: '改' })).rejects.toMatchObject({
      code: 'partner.notYours',
      status: 403,
    });
    await expect(as('southRep').setState({ id, version: 1, state: 'active' })).rejects.toMatchObject({
      code: 'partner.notYours',
    });
    const changed = await as('northManager').update({ id, version: 1, note: '', contractUntil: '2026-12-31' });
    expect(changed).toMatchObject({ note: null, contractUntil: '2026-12-31', version: 2 });
    await expect(as('northRep').update({ id, version: 1, city: '天津' })).rejects.toMatchObject({
      code: 'record.changed',
    });
    await expect(as('northRep').update({ id, version: 2, contractFrom: '2027-01-01' })).rejects.toMatchObject({
      code: 'partner.contractDays',
    });
    await expect(as('northRep').update({ id, version: 2, note: '返点给他' })).rejects.toMatchObject({
      code: 'text.personalBenefit',
    });
    const given = await as('northRep').update({ id, version: 2, ownerId: house.idOf('southRep') });
    expect(given).toMatchObject({ ownerName: 'southRep', mine: false });
    await expect(as('southRep').update({ id, version: 3, ownerId: id })).rejects.toMatchObject({
      code: 'user.unknown',
    });
    await expect(as('finance').update({ id, version: 3, note: 'x' })).rejects.toMatchObject({
      code: 'permission.missing',
    });
  });

  test('is suspended with a reason, and resumed', async () => {
    const { id } = await house.newPartner();
    await expect(as('northRep').setState({ id, version: 1, state: 'suspended' })).rejects.toMatchObject({
      code: 'partner.reasonNeeded',
    });
    const out = await as('northRep').setState({ id, version: 1, state: 'suspended', reason: '串货' });
    expect(out).toMatchObject({ state: 'suspended', stateReason: '串货' });
    const back = await as('northRep').setState({ id, version: 2, state: 'active' });
    expect(back).toMatchObject({ state: 'active', stateReason: null });
    expect(await as('northRep').list({ state: 'suspended' })).toMatchObject({ rows: [] });
  });

  test('is found by kind, place, owner and name; pages do not repeat', async () => {
    const names = ['华宇设计院', '中兴设计院', '东方设计院'];
    for (const name of names) await as('southRep').create({ name, kind: 'institute', province: '湖北' });
    expect((await found({})).toSorted()).toEqual(names.toSorted());
    expect(await found({ search: '华宇' })).toEqual(['华宇设计院']);
    expect(await found({ search: 'zxsj' })).toEqual(['中兴设计院']);
    expect(await found({ province: '湖南' })).toEqual([]);
    expect(await found({ mine: true })).toEqual([]);
    expect(await found({ ownerId: house.idOf('southRep') })).toHaveLength(3);
    expect(await found({ rival: true })).toEqual([]);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await as('director').list({ kind: 'institute', sort: 'name', limit: 1, after });
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(await found({}));
  });
});
