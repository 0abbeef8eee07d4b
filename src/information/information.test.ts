import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import type { StakeholderFact } from '#method/fact-source.ts';
import { openInformationCompany, seen } from '#information/testing.server.ts';

let house: Awaited<ReturnType<typeof openInformationCompany>>;
beforeAll(async () => {
  house = await openInformationCompany(router);
});
afterAll(() => house.company.close());

const refused = (code: string, status: number) => ({ code, status });

describe('a fact', () => {
  test('is kept with who told it, when, how sure, and who wrote it down; the account’s timeline tells it', async () => {
    const { id } = await house.newAccount();
    const person = await house
      .contacts()
      .create({ name: '田会计', accountId: id, department: '财务部', title: '财务经理' });
    const before = await house.as().show({ id });
    expect(before.begun).toBe(false);
    expect(before.couldTell['finance.budget']).toEqual([{ id: person.id, name: '田会计', title: '财务经理' }]);

    const told = {
      source: { kind: 'contact', contactId: person.id, note: '年会上' },
      observedOn: '2026-02-20',
      strength: 'said',
    } as const;
    const after = await house.as().record({ id, item: 'finance.terms', version: 0, value: '3-6-1，账期 90 天', told });
    expect(after.facts).toMatchObject([
      {
        item: 'finance.terms',
        version: 1,
        state: 'known',
        value: '3-6-1，账期 90 天',
        source: { kind: 'contact', contactId: person.id, contactName: '田会计', note: '年会上' },
        observedOn: '2026-02-20',
        strength: 'said',
        recordedByName: 'northRep',
      },
    ]);
    expect(after).toMatchObject({ begun: true, completeness: { finance: 28 } });
    const { rows } = await house.timeline().list({ subjectKind: 'account', subjectId: id });
    expect(rows[0]).toMatchObject({
      type: 'account.informationRecorded',
      data: { what: { zh: '付款方式与账期' }, said: { zh: '3-6-1，账期 90 天' } },
    });
  });

  test('asked in vain stays missing, and says so; taken back it is no more; its records stay', async () => {
    const { id } = await house.newAccount();
    const asked = await house.tell(id, 'current.headcount', null);
    expect(asked.facts).toMatchObject([{ state: 'unknown', value: null }]);
    const known = await house.as().record({ id, item: 'current.headcount', version: 1, value: 860, told: seen });
    expect(known.completeness.current).toBeGreaterThan(asked.completeness.current);
    const gone = await house.as().remove({ id, item: 'current.headcount', version: 2 });
    expect(gone.facts).toEqual([]);
    expect(gone.completeness).toEqual(asked.completeness);
    const { records } = await house.as().history({ id, item: 'current.headcount' });
    expect(records.map(({ state }) => state)).toEqual(['cleared', 'known', 'unknown']);
    await expect(house.as().remove({ id, item: 'current.headcount', version: 3 })).rejects.toMatchObject(
      refused('record.notFound', 404),
    );
  });

  test('of two who record at once, the second is told', async () => {
    const { id } = await house.newAccount();
    await house.tell(id, 'current.business', '电解铝');
    await expect(house.tell(id, 'current.business', '铝加工')).rejects.toMatchObject({
      ...refused('record.changed', 409),
      data: { version: 1 },
    });
  });

  test('is refused where it cannot be', async () => {
    const { id } = await house.newAccount();
    const person = await house.contacts().create({ name: '仲工', accountId: id });
    const bad = [
      ['information.unknownItem', () => house.tell(id, 'current.colour', '蓝')],
      ['information.unknownItem', () => house.tell(id, 'project.phases', '两期')],
      ['information.keptElsewhere', () => house.tell(id, 'current.address', '江边路 1 号')],
      ['input.invalid', () => house.tell(id, 'finance.creditGrade', 'splendid')],
      ['input.invalid', () => house.tell(id, 'finance.budget', 300)],
      ['input.invalid', () => house.tell(id, 'current.headcount', '很多')],
      ['input.invalid', () => house.tell(id, 'finance.prepays', '是')],
      ['input.invalid', () => house.tell(id, 'current.business', true)],
      ['information.future', () => house.tell(id, 'current.business', '电解铝', { observedOn: '2026-03-03' })],
      ['information.whoTold', () => house.tell(id, 'current.business', '电解铝', { source: { kind: 'contact' } })],
      [
        'information.whoTold',
        () => house.tell(id, 'current.business', '电解铝', { source: { kind: 'public', contactId: person.id } }),
      ],
      ['text.personalBenefit', () => house.tell(id, 'competition.salespeople', '给李主任 3 个点回扣')],
      ['text.privateFact', () => house.tell(id, 'organisation.reporting', '王总查出高血压')],
      [
        'text.privateFact',
        () => house.tell(id, 'current.business', '电解铝', { source: { kind: 'document', note: '王总查出高血压' } }),
      ],
    ] as const;
    for (const [code, asked] of bad) await expect(asked(), code).rejects.toMatchObject({ code });
    expect((await house.as().show({ id })).begun).toBe(false);
  });

  test('nobody is named as the source whom the actor does not see', async () => {
    const { id } = await house.newAccount();
    const hidden = await house.accounts('southRep').create({ name: '南方水泥', confirm: true });
    const stranger = await house.contacts('southRep').create({ name: '邹工', accountId: hidden.id });
    const told = { source: { kind: 'contact', contactId: stranger.id } } as const;
    await expect(house.tell(id, 'current.business', '电解铝', told)).rejects.toMatchObject(
      refused('record.notFound', 404),
    );
  });
});

const step = (nth: number, who: string, amount?: number) => ({
  list: 'approval' as const,
  row: { step: nth, who, upTo: amount === undefined ? null : { amount, currency: 'CNY' } },
});

describe('a table', () => {
  test('has rows that are added, changed and removed; amounts are exact', async () => {
    const { id } = await house.newAccount();
    const first = await house.as().recordRow({ id, version: 0, content: step(1, '设备部长', 500_000_01), told: seen });
    await house.as().recordRow({ id, version: 0, content: step(2, '总经理办公会'), told: seen });
    const { rowId } = first.rows[0]!;
    const changed = await house
      .as()
      .recordRow({ id, rowId, version: 1, content: step(1, '设备部长', 800_000_00), told: seen });
    expect(changed.rows.map(({ content, version }) => [content.row, version])).toEqual(
      expect.arrayContaining([[expect.objectContaining({ upTo: { amount: 800_000_00, currency: 'CNY' } }), 2]]),
    );
    await expect(
      house.as().recordRow({ id, rowId, version: 1, content: step(1, '副部长'), told: seen }),
    ).rejects.toMatchObject(refused('record.changed', 409));
    const left = await house.as().remove({ id, item: 'approval', rowId, version: 2 });
    expect(left.rows.map(({ content }) => content)).toMatchObject([step(2, '总经理办公会')]);
    await expect(
      house.as().recordRow({ id, rowId, version: 3, content: step(1, '设备部长'), told: seen }),
    ).rejects.toMatchObject(refused('record.notFound', 404));
    const { records } = await house.as().history({ id, item: 'approval', rowId });
    expect(records.map(({ state }) => state)).toEqual(['cleared', 'known', 'known']);
    const { rows } = await house.timeline().list({ subjectKind: 'account', subjectId: id });
    expect(rows[0]).toMatchObject({ type: 'account.informationRemoved', data: { said: { zh: '设备部长' } } });
  });

  test('takes no personal benefit and nothing from the future', async () => {
    const { id } = await house.newAccount();
    const content = { list: 'installed', row: { use: '给李主任 3 个点回扣', ours: false } } as const;
    await expect(house.as().recordRow({ id, version: 0, content, told: seen })).rejects.toMatchObject({
      code: 'text.personalBenefit',
    });
    await expect(
      house.as().recordRow({
        id,
        version: 0,
        content: { list: 'installed', row: { use: '空压机', ours: false } },
        told: { ...seen, observedOn: '2026-04-01' },
      }),
    ).rejects.toMatchObject({ code: 'information.future' });
  });
});

describe('the project behind a deal', () => {
  test('has facts of its own, those of the deal beside, and who else is in it', async () => {
    const { id: accountId } = await house.newAccount();
    const deal = await house.newDeal(accountId, { facts: { values: { 'budget.state': 'approved' }, lists: {} } });
    const { id } = deal;
    const empty = await house.as().showProject({ id });
    expect(empty).toMatchObject({ kept: { 'budget.state': 'approved' }, account: { id: accountId }, canEdit: true });
    await house.as().recordProject({ id, item: 'project.phases', version: 0, value: '两期', told: seen });
    const row = { name: '凌锐自控', solution: '进口系统', price: '低一成' };
    const filled = await house
      .as()
      .recordProjectRow({ id, version: 0, content: { list: 'contenders', row }, told: seen });
    expect(filled.completeness).toBeGreaterThan(empty.completeness);
    expect(filled.rows[0]!.content).toEqual({ list: 'contenders', row });
    const { rowId } = filled.rows[0]!;
    const without = await house.as().removeProject({ id, item: 'contenders', rowId, version: 1 });
    expect(without.rows).toEqual([]);
    expect((await house.as().projectHistory({ id, item: 'project.phases' })).records).toHaveLength(1);
    await expect(
      house.as().recordProject({ id, item: 'project.budget', version: 0, value: 'approved', told: seen }),
    ).rejects.toMatchObject({ code: 'information.keptElsewhere' });
  });
});

describe('who may', () => {
  test('an account’s information is for those who see the account; a reader writes nothing', async () => {
    const { id } = await house.newAccount();
    await expect(house.as('southRep').show({ id })).rejects.toMatchObject(refused('record.notFound', 404));
    expect((await house.as('auditor').show({ id })).canEdit).toBe(false);
    await expect(
      house.as('presales').record({ id, item: 'current.business', version: 0, value: '铝', told: seen }),
    ).rejects.toMatchObject(refused('permission.missing', 403));
  });

  test('who is asked first is told to the deal’s team alone', async () => {
    const { id } = await house.newAccount();
    const post = { accountId: id, department: '财务部', title: '会计' };
    const near = await house.contacts().create({ name: '艾会计', ...post });
    await house.contacts().create({ name: '周会计', ...post });
    const people: StakeholderFact[] = [{ id: near.id, name: '艾会计', stance: 2, function: 'finance' }];
    await house.newDeal(id, { facts: { values: {}, lists: { stakeholders: people } } });
    const namesFor = async (name: string) =>
      (await house.as(name).show({ id })).couldTell['finance.budget']!.map((one) => one.name);
    expect(await namesFor('northRep')).toEqual(['艾会计', '周会计']);
    expect(await namesFor('northManager')).toEqual(['艾会计', '周会计']);
    expect(await namesFor('auditor')).toEqual(['周会计', '艾会计']);
  });
});
