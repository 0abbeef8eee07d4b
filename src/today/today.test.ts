import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { dealsContract, type DealPage } from '#deals/deals.contract.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { countAllPaces, countMissingPaces } from '#today/stage-paces.server.ts';
import { todayContract } from '#today/today.contract.ts';
import { todayHandlers } from '#today/today.server.ts';

let clock = '2026-03-02T02:00:00.000Z';
let company: TestCompany;
const actor = (name: string) => company.actors[name]!;
const today = (name: string) => company.as(todayContract, actor(name)).show({});
const deals = (name: string) => company.as(dealsContract, actor(name));
const newDeal = (name: string, more: Partial<Parameters<ReturnType<typeof deals>['create']>[0]> = {}) =>
  deals('northRep').create({ name, playbookId: 'six-step', amount: 300_000_000, closeOn: '2026-09-30', ...more });
const namesOf = ({ lines }: { lines: readonly { name: string }[] }) => lines.map(({ name }) => name);

beforeAll(async () => {
  company = await openTestCompany(
    { today: todayHandlers, deals: dealHandlers, tasks: taskHandlers, accounts: accountHandlers },
    { now: () => new Date(clock) },
  );
  await company.database.write(company.tenantId, (tx) => installPlaybooks(tx, company.tenantId, clock));
});
afterAll(() => company.close());

test('who begins sees the first three steps, each ticked off once it is done', async () => {
  expect(await today('southRep')).toMatchObject({
    day: '2026-03-02',
    steps: { account: false, deal: false, evidence: false },
    tasks: { lines: [], later: 0 },
    team: null,
  });
  await company.as(accountsContract, actor('southRep')).create({ name: '南方水务集团' });
  expect((await today('southRep')).steps).toEqual({ account: true, deal: false, evidence: false });
});

test('my tasks: overdue and due within a week, with their subject; the rest is counted', async () => {
  const tasks = company.as(tasksContract, actor('presales'));
  await tasks.create({ title: '下周后', dueOn: '2026-03-20' });
  await tasks.create({ title: '没日期' });
  await tasks.create({ title: '今天', dueOn: '2026-03-02' });
  await tasks.create({ title: '逾期', dueOn: '2026-02-20' });
  const { lines, later } = (await today('presales')).tasks;
  expect(lines.map(({ title }) => title)).toEqual(['逾期', '今天']);
  expect(later).toBe(2);
});

test('a gate that waits for one answer is shown with the question and whom to ask', async () => {
  const deal = await newDeal('差一个答案');
  let page: DealPage = await deals('northRep').show({ id: deal.id });
  const missing = page.gate.misses.filter(({ kind }) => kind === 'check');
  for (const miss of missing.slice(1)) {
    if (miss.kind !== 'check') continue;
    await deals('northRep').addEvidence({
      id: deal.id,
      check: miss.check,
      direction: 'supports',
      strength: 'written',
      statement: '客户书面确认',
      source: { kind: 'document', name: '会议纪要' },
      observedOn: '2026-03-02',
    });
  }
  page = await deals('northRep').show({ id: deal.id });
  const left = page.gate.misses.find(({ kind }) => kind === 'check')!;
  const { oneAnswer } = (await today('northRep')).deals;
  expect(oneAnswer).toMatchObject({
    count: 1,
    more: 0,
    lines: [{ name: '差一个答案', ask: { act: left.act.act, who: left.act.who, others: expect.any(Array) } }],
  });
  expect(oneAnswer.lines[0]!.reasons).toEqual(['oneAnswer', 'noNext']);
});

test('presales stands in the deal’s team: what it lacks is hers to find out, too', async () => {
  const deal = await newDeal('售前也在');
  expect(namesOf((await today('presales')).deals.noNext)).toEqual([]);
  const members = [{ userId: actor('presales').userId, role: 'presales' as const }];
  await deals('northRep').setMembers({ id: deal.id, version: 1, members });
  expect(namesOf((await today('presales')).deals.noNext)).toEqual(['售前也在']);
  expect((await today('northRep2')).deals.noNext.count).toBe(0);
});

test('no next act, and near or past the day of signature', async () => {
  const bare = await newDeal('没有下一步');
  const late = await newDeal('该签了', { closeOn: '2026-02-27' });
  await newDeal('月底签', { closeOn: '2026-03-31', currency: 'USD', amount: 5 });
  await newDeal('下月签', { closeOn: '2026-04-01' });
  const rep = company.as(tasksContract, actor('northRep'));
  await rep.create({ title: '约谈', subjectKind: 'deal', subjectId: late.id });
  const now = await today('northRep');
  expect(namesOf(now.deals.closing)).toEqual(['该签了', '月底签']);
  expect(now.deals.closing.lines.map((line) => line.reasons)).toEqual([['closing'], ['closing', 'noNext']]);
  expect(now.closing).toEqual(
    expect.arrayContaining([
      { currency: 'CNY', amount: 300_000_000, deals: 1 },
      { currency: 'USD', amount: 5, deals: 1 },
    ]),
  );
  expect(namesOf(now.deals.noNext)).toContain('没有下一步');
  await rep.create({ title: '补一步', subjectKind: 'deal', subjectId: bare.id, dueOn: '2026-03-03' });
  const after = await today('northRep');
  expect(namesOf(after.deals.noNext)).not.toContain('没有下一步');
  expect(after.tasks.lines).toMatchObject([{ title: '补一步', subjectName: '没有下一步', subjectKind: 'deal' }]);
});

test('an override stays in sight of the owner and of her manager until it heals', async () => {
  const deal = await newDeal('放行过');
  await deals('northManager').advance({ id: deal.id, version: 1, override: { reason: '客户催得急' } });
  const mine = await today('northRep');
  const line = [...mine.deals.overridden.lines, ...mine.deals.noNext.lines].find(({ name }) => name === '放行过')!;
  expect(line).toMatchObject({
    reasons: ['noNext', 'lint', 'overridden'],
    lints: [{ zh: '阶段走了，证据没有' }, { zh: '预算情况一无所知' }],
    override: { on: '2026-03-02', reason: '客户催得急' },
  });
  expect((await today('northManager')).team).toMatchObject({ overridden: [{ name: '放行过', ownerName: 'northRep' }] });
  expect((await today('southManager')).team).toEqual({ overridden: [], stuck: [] });
});

test('a parked deal comes back when it is due', async () => {
  const deal = await newDeal('先放一放');
  await deals('northRep').park({ id: deal.id, version: 1, reason: 'parked.budget', revisitOn: '2026-03-05' });
  expect((await today('northRep')).deals.revisit).toMatchObject({
    count: 1,
    lines: [{ name: '先放一放', revisitOn: '2026-03-05', reasons: ['revisit'] }],
  });
});

const day = (n: number) => new Date(Date.parse('2020-01-01') + n * 86_400_000).toISOString();

test('longer in a stage than three quarters of the stays before: stuck', async () => {
  const now = clock;
  clock = '2026-03-01T02:00:00.000Z'; // a day before the others: of those that stand longest only some are shown
  const deal = await newDeal('卡住的单', { closeOn: '2027-01-01' });
  clock = now;
  const { tenantId, database } = company;
  // Eight stays in the first stage, of 1 to 8 days: with two short ones of other tests the 75th percentile is under 6. Fifteen of a hundred days are none: of these an
  // import tells, and these a change of the method ended.
  const stay = (days: number, from: string, importId: string | null) => sql`
    insert into deal_states (tenant_id, id, deal_id, since, until, state, finished, playbook_id, stage_id, stay_since, currency, import_id)
    select tenant_id, gen_random_uuid(), id, begun, begun + make_interval(days => ${days}), 'open', false, playbook_id, stage_id,
      begun, currency, ${importId}::uuid
    from deals, (select ${from}::timestamptz as begun) day where tenant_id = ${tenantId}::uuid and id = ${deal.id}::uuid`;
  await database.write(tenantId, async (tx) => {
    for (let days = 1; days <= 8; days++) await stay(days, day(days * 20), null).execute(tx);
    for (let n = 1; n <= 10; n++) await stay(100, day(200 + n * 100), newId()).execute(tx);
    for (let n = 1; n <= 5; n++) {
      await stay(100, day(1_400 + n * 150), null).execute(tx);
      const migrated = { type: 'deal.migrated' as const, subject: { kind: 'deal', id: deal.id }, data: {} };
      await recordAll(tx, { tenantId, userId: null }, day(1_500 + n * 150), null, [migrated]);
    }
  });
  await countAllPaces(database);
  expect((await today('northRep')).deals.stuck.count).toBe(0);
  clock = '2026-06-20T02:00:00.000Z';
  const { stuck } = (await today('northRep')).deals;
  expect(stuck.count).toBeGreaterThan(0);
  const team = (await today('northManager')).team!.stuck;
  expect(team.find(({ name }) => name === '卡住的单')).toMatchObject({ days: 111, ownerName: 'northRep' });
  expect(team[0]!.usualDays).toBe(6);
  expect((await today('southManager')).team!.stuck).toEqual([]);
  await countMissingPaces(database);
  expect((await today('northManager')).team!.stuck).toEqual(team);
});

test('nobody sees another’s workbench, nor another company’s deals', async () => {
  const { deals: hers, tasks } = await today('northRep2');
  expect(Object.values(hers).every(({ count, lines }) => count === 0 && lines.length === 0)).toBe(true);
  expect(tasks.lines).toEqual([]);
  const other = await openTestCompany(
    { today: todayHandlers },
    { database: company.database, now: () => new Date(clock) },
  );
  expect((await other.as(todayContract, other.actors['director']!).show({})).team).toEqual({
    overridden: [],
    stuck: [],
  });
  await expect(company.as(todayContract, null).show({})).rejects.toMatchObject({ code: 'session.required' });
});
