import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dealAsOf, type DealEvent } from '#deals/deal-history.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';

/** A pipeline as another system exports it, with its quirks: names not quite the same, gaps, zeros on what was lost. */
const products = 'product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,4821\n';
const agents = ['Lin Wei', 'Ana Costa', 'Per Olsen'];
const line = (i: number): string[] => {
  const stage = ['Won', 'Lost', 'Engaging', 'Prospecting'][i % 4]!;
  const closed = stage === 'Won' || stage === 'Lost';
  const day = (month: number) => `2016-${String(month).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`;
  return [
    `OP${String(i).padStart(4, '0')}`,
    agents[i % 3]!,
    i % 5 === 0 ? 'GTXPro' : i % 2 === 0 ? 'GTX Basic' : 'GTX Pro',
    stage === 'Engaging' && i % 8 === 2 ? '' : `Account ${i % 7}`,
    stage,
    stage === 'Prospecting' ? '' : day(3),
    closed ? day(6) : '',
    stage === 'Won' ? String(100 + i) : stage === 'Lost' ? '0' : '',
  ];
};
const rows = Array.from({ length: 400 }, (_, i) => line(i));
const header = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';
const pipeline = [header, ...rows.map((cells) => cells.join(','))].join('\n');
const wonValue = rows.filter((cells) => cells[4] === 'Won').reduce((sum, cells) => sum + Number(cells[7]), 0);

let company: TestCompany;
const by = (name: string) => importer(company, company.actors[name]!);
const states = async () => {
  const { rows } = await sql<{ state: string; deals: number; amount: number | null; unplaced: number }>`
    select state, count(*)::int as deals, sum(amount)::bigint as amount,
      count(*) filter (where account_id is null)::int as unplaced
    from deals where tenant_id = ${company.tenantId} group by state order by state`.execute(company.database.system);
  return rows;
};

beforeAll(async () => {
  company = await openTestCompany({ imports: importHandlers }, { routes: importRoutes });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2016-01-01T00:00:00.000Z'),
  );
  await by('admin').whole('product', products, () => ({ currency: 'USD' }));
});
afterAll(() => company.close());

let importId: string;

describe('a pipeline of another system', () => {
  test('is checked: quirks are told with what was meant, nothing is written', async () => {
    const { upload, check } = by('admin');
    importId = await upload('deal', pipeline, 'pipeline.csv');
    const checked = await check(importId, () => ({ currency: 'USD', createMissing: ['account', 'owner'] }));
    const expected = ['externalId', 'owner', 'product', 'account', 'stage', 'createdOn', 'closeOn', 'amount'];
    expect(checked.plan?.targets).toEqual(expected);
    expect(checked.plan?.values['stage']).toEqual({
      Won: 'won',
      Lost: 'lost',
      Engaging: 'open:trust',
      Prospecting: 'open:analyse',
    });
    expect(checked.report?.counts).toMatchObject({ created: 320, faulty: 80, accounts: 7, owners: 3, products: 0 });
    expect(checked.report?.quirks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'meant', target: 'product', text: 'GTXPro', suggestion: 'GTX Pro', rows: 80 }),
        expect.objectContaining({ kind: 'zeroAmount', rows: 100 }),
        expect.objectContaining({ kind: 'accountMissing', rows: 50 }),
        expect.objectContaining({ kind: 'dayMissing', target: 'createdOn', rows: 100 }),
        expect.objectContaining({ kind: 'unknownOwner', text: 'Lin Wei' }),
        expect.objectContaining({ kind: 'unknownAccount', text: 'Account 0' }),
      ]),
    );
    expect(await states()).toEqual([]);
  });

  test('is imported with the suggestion taken over: the numbers are those of the file', async () => {
    const { client, work, run } = by('admin');
    const { plan } = await client.show({ id: importId });
    const values = { ...plan!.values, product: { GTXPro: 'GTX Pro' } };
    await client.check({ id: importId, plan: { ...plan!, values } });
    await work(importId);
    const done = await run(importId);
    expect(done).toMatchObject({ state: 'done', outcome: { created: 400, faulty: 0, accounts: 7, owners: 3 } });
    expect(await states()).toEqual([
      { state: 'lost', deals: 100, amount: null, unplaced: 0 },
      { state: 'open', deals: 200, amount: null, unplaced: 50 },
      { state: 'won', deals: 100, amount: wonValue * 100, unplaced: 0 },
    ]);
  });

  test('a won deal stands as it was, and history knows it', async () => {
    const { rows } = await sql<{ id: string; name: string; stage_id: string; closed_on: string; created_at: string }>`
      select d.* from deals d join external_ids x on x.record_id = d.id
      where x.external_id = 'OP0004' and d.tenant_id = ${company.tenantId}`.execute(company.database.system);
    const [deal] = rows;
    expect(deal).toMatchObject({
      name: 'GTX Basic · Account 4',
      state: 'won',
      amount: 10_400,
      currency: 'USD',
      closed_on: '2016-06-05',
      created_at: '2016-03-04T16:00:00.000Z',
      reason: 'won.other',
    });
    const events = await company.database.read(company.tenantId, (db) =>
      db
        .selectFrom('events')
        .select(['at', 'data'])
        .where('tenant_id', '=', company.tenantId)
        .where('subject_id', '=', deal!.id)
        .execute(),
    );
    expect(dealAsOf(events as DealEvent[], '2099-01-01T00:00:00.000Z')).toMatchObject({
      deal: { id: deal!.id, state: 'won' },
      lines: [{ quantity: 1, unitPrice: 10_400 }],
    });
    const lines = await sql`select amount, quantity from deal_lines where deal_id = ${deal!.id}`.execute(
      company.database.system,
    );
    expect(lines.rows).toEqual([{ amount: 10_400, quantity: '1.0000' }]);
  });

  test('what the file tells of the way is in the history, on its days, and marked', async () => {
    const { rows } = await sql<{ was: string[]; days: string[]; deals: number }>`
      select was, count(*)::int as deals, min(days) as days from (
        select d.state, array_agg(s.state || ' ' || s.stage_id order by s.since) as was,
          array_agg((s.since at time zone 'Asia/Shanghai')::date::text order by s.since) as days
        from deals d join deal_states s on s.tenant_id = d.tenant_id and s.deal_id = d.id and s.import_id = d.import_id
        where d.import_id = ${importId} group by d.tenant_id, d.id) told
      group by state, was order by state, was`.execute(company.database.system);
    expect(rows).toEqual([
      { was: ['open analyse', 'lost analyse'], deals: 100, days: ['2016-03-01', '2016-06-01'] },
      // Without a day in the file it begins with the import.
      { was: ['open analyse'], deals: 100, days: [expect.any(String)] },
      { was: ['open trust'], deals: 100, days: ['2016-03-01'] },
      { was: ['open analyse', 'won collect'], deals: 100, days: ['2016-03-01', '2016-06-01'] },
    ]);
  });

  test('imported again, nothing doubles', async () => {
    const again = await by('admin').whole('deal', pipeline, (plan) => ({
      currency: 'USD',
      values: { ...plan.values, product: { GTXPro: 'GTX Pro' } },
    }));
    expect(again.outcome).toMatchObject({ created: 0, skipped: 400, faulty: 0 });
  });

  test('undone, all of it is gone, with the accounts and colleagues made for it', async () => {
    const undone = await by('admin').undo(importId);
    expect(undone.undone).toMatchObject({ removed: 410, kept: 0 });
    expect(await states()).toEqual([]);
    const { rows } = await sql`select 1 from users where email like '%@import.invalid'`.execute(
      company.database.system,
    );
    expect(rows).toEqual([]);
    const history = await sql`select 1 from deal_states where import_id = ${importId}`.execute(company.database.system);
    expect(history.rows).toEqual([]);
  });
});

describe('what cannot be meant', () => {
  test('is told, all of a row at once', async () => {
    const file = `${header}\nX1,northRep,GTX 9000,,In orbit,31.12.2016,2016-13-40,viel\n`;
    const { client, whole } = by('admin');
    const done = await whole('deal', file);
    const { rows } = await client.faults({ id: done.id });
    expect(rows[0]!.issues.map(({ target }) => target).toSorted()).toEqual(['amount', 'closeOn', 'product', 'stage']);
  });

  test('amounts in 万元, Chinese stages and dates are read', async () => {
    const file =
      '项目名称,客户名称,阶段,预计金额(万元),预计签约日期\n锅炉改造,甲厂,投标,1.5,2027年3月8日\n泵站,乙厂,输单,20,2026/3/9\n';
    const done = await by('admin').whole('deal', file, () => ({ createMissing: ['account'] }));
    expect(done.outcome).toMatchObject({ created: 2, accounts: 2 });
    const { rows } = await sql`select name, state, stage_id, amount, close_on from deals
      where import_id = ${done.id} order by name desc`.execute(company.database.system);
    expect(rows).toEqual([
      { name: '锅炉改造', state: 'open', stage_id: 'value', amount: 1_500_000, close_on: '2027-03-08' },
      { name: '泵站', state: 'lost', stage_id: 'analyse', amount: 20_000_000, close_on: '2026-03-09' },
    ]);
  });
});
