import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { foundSampleCompany } from '#app/sample-company.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { effortContract } from '#effort/effort.contract.ts';
import type { Briefing } from '#method/briefing.ts';
import { informationContract } from '#information/information.contract.ts';
import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import { dealsContract, type DealPage } from '#deals/deals.contract.ts';
import { origins } from '#method/scales.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { addDays, dayOf } from '#shared/day.ts';

let database: Database;
let company: TestCompany;
let sample: Awaited<ReturnType<typeof foundSampleCompany>>;
let pages: Map<string, DealPage>;
let briefings: Map<string, Briefing>;
const newcomers = '云麓材料正极二期仪控与中控系统';
const now = new Date();
const by = (name: string) => company.as(dealsContract, sample.cast.get(name)!);

beforeAll(async () => {
  database = await openTestDatabase();
  company = await openTestCompany(router, { database, now: () => now });
  sample = await foundSampleCompany(database, { now, log: pino({ level: 'silent' }), identityOf: () => null });
  const deals = [...sample.known.deals];
  pages = new Map(
    await Promise.all(deals.map(async ([name, { id }]) => [name, await by('顾承远').show({ id })] as const)),
  );
  const alive = deals.filter(([, { state }]) => state === 'open' || state === 'won');
  briefings = new Map(
    await Promise.all(alive.map(async ([name, { id }]) => [name, await by('顾承远').briefing({ id })] as const)),
  );
}, 180_000);
afterAll(() => database.close());

describe('the sample company', () => {
  test('is as large as a company that is alive', () => {
    const { accounts, contacts, products, deals } = sample.known;
    expect(accounts.size).toBeGreaterThanOrEqual(40);
    expect(contacts.size).toBeGreaterThanOrEqual(105);
    expect(products.size).toBeGreaterThanOrEqual(15);
    expect(deals.size).toBeGreaterThanOrEqual(60);
  });

  test('shows every state that a screen has', () => {
    const all = [...pages.values()];
    const seen = <T>(of: (page: DealPage) => readonly T[]) => new Set(all.flatMap(of));
    expect(seen(({ deal }) => [deal.state])).toEqual(new Set(['open', 'parked', 'won', 'lost']));
    expect(seen(({ deal }) => [deal.class])).toEqual(new Set(['lead', 'opportunity', 'project']));
    expect(seen(({ deal }) => [deal.grade])).toEqual(new Set(['A', 'B', 'C', 'D', null]));
    expect(seen(({ deal }) => [deal.origin]).size).toBeGreaterThanOrEqual(Object.keys(origins).length - 4);
    expect(seen(({ deal }) => [`${deal.playbookId} ${deal.stageId}`]).size).toBe(19);
    expect(seen(({ gate }) => gate.judgements.map(({ state }) => state))).toEqual(
      new Set(['met', 'contested', 'refuted', 'stale', 'weak', 'unknown', 'unmet']),
    );
    expect(all.filter(({ deal }) => deal.finishedOn).length).toBeGreaterThanOrEqual(3);
    expect(all.filter(({ deal }) => deal.overrides.length > 0).length).toBeGreaterThanOrEqual(1);
    expect(all.filter(({ deal }) => deal.acceptances.length > 0).length).toBeGreaterThanOrEqual(1);
    expect(all.filter(({ deal }) => deal.priceGap !== null).length).toBeGreaterThanOrEqual(3);
    const warnings = [...briefings.values()].flatMap((briefing) => briefing.warnings.map(({ code }) => code));
    for (const code of ['ranAhead', 'behindBuyer', 'enteredLate', 'buyerUnknown', 'evaluationMissing'] as const)
      expect(warnings).toContain(code);
    expect(seen(({ evidence }) => evidence.map(({ record, stands }) => `${record.kind} ${stands}`)).size).toBe(3);
  });

  test('knows its customers more and less completely, and nothing of some', async () => {
    const { known, cast } = sample;
    const director = company.as(informationContract, cast.get('顾承远')!);
    const views = await Promise.all([...known.accounts.values()].map((id) => director.show({ id })));
    const begun = views.filter((view) => view.begun).map(({ completeness }) => completeness.overall);
    expect(begun.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...begun)).toBeGreaterThanOrEqual(85);
    expect(Math.min(...begun)).toBeLessThan(30);
  });

  test('keeps ordinary facts about some people, each with its ground, one about to lapse', async () => {
    const director = company.as(personalFactsContract, sample.cast.get('顾承远')!);
    const lists = await Promise.all(
      [...sample.known.contacts.values()].map(({ id }) => director.list({ contactId: id })),
    );
    const facts = lists.flatMap((list) => list.facts);
    expect(facts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(facts.map((fact) => fact.class))).toEqual(new Set(['ordinary']));
    expect(new Set(facts.map(({ basis }) => basis))).toEqual(new Set(['public', 'consent', 'contract']));
    expect(facts.every(({ basis, consent }) => (basis === 'consent') === (consent !== null))).toBe(true);
    expect(facts.some(({ expiresOn }) => expiresOn <= addDays(dayOf(now), 7))).toBe(true);
  });

  test('works every shipped method, and one who spends too much on low grades is told so', async () => {
    const methods = new Set([...pages.values()].map(({ deal }) => deal.playbookId));
    expect([...methods].toSorted()).toEqual((await builtInPlaybooks()).map(({ playbook }) => playbook.id).toSorted());
    const effort = await company.as(effortContract, sample.cast.get('高建平')!).show({ days: 30 });
    expect(effort.owners.filter(({ warns }) => warns).map(({ name }) => name)).toEqual(['李思雨']);
    expect(effort.deals[0]).toMatchObject({ name: '白鹭洲泵站备用终端', grade: 'D' });
    const { gate, deal } = pages.get('锦和医疗集团年度框架合作')!;
    expect(deal).toMatchObject({ state: 'won', finishedOn: null });
    expect(gate.endless && gate.misses.map((miss) => miss.kind === 'check' && miss.check)).toEqual(['plan-reviewed']);
  });

  test('has a method of its own, which new deals follow while older ones stay where they are, and a draft', async () => {
    const director = sample.cast.get('顾承远')!;
    const { versions } = await company.as(versionsContract, director).versions({ id: 'six-step' });
    expect(versions.map(({ own }) => own)).toEqual([true, false]);
    const [newest, shipped] = versions.map(({ openDeals }) => openDeals);
    expect(newest).toBeGreaterThanOrEqual(1);
    expect(shipped).toBeGreaterThanOrEqual(15);
    const drafts = await company.as(draftsContract, director).list({});
    expect(drafts).toMatchObject([{ playbookId: 'visit', name: { zh: '拜访式销售' } }]);
  });

  test('has moves of every kind and heals an override', async () => {
    const kinds = await sql<{ kind: string }>`
      select distinct data #>> '{move,kind}' as kind from events
      where tenant_id = ${sample.tenantId} and data ? 'move'`.execute(database.system);
    expect(new Set(kinds.rows.map(({ kind }) => kind))).toEqual(
      new Set(['advanced', 'overridden', 'movedBack', 'won', 'finished', 'lost', 'parked', 'reopened']),
    );
    const healed = await sql<{ n: number }>`
      select count(*)::int as n from events
      where tenant_id = ${sample.tenantId} and data->'after'->'overrides' = '[]'`.execute(database.system);
    expect(healed.rows[0]!.n).toBeGreaterThanOrEqual(1);
  });

  test('tells no story twice', () => {
    const statements = [...pages.values()].flatMap(({ evidence }) =>
      evidence.map(({ record }) => ('statement' in record ? record.statement : record.reason)),
    );
    const twice = statements.filter((text, at) => text.length > 12 && statements.indexOf(text) !== at);
    expect(statements.length).toBeGreaterThan(300);
    expect(twice).toEqual([]);
  });

  test('has a true year behind it: replaying the events of every deal gives its row', async () => {
    for (const [name, page] of pages) {
      const replayed = await by('顾承远').show({ id: page.deal.id, at: now.toISOString() });
      expect(replayed.deal, name).toEqual(page.deal);
    }
    const { rows } = await sql<{ early: string; late: string; disorder: number }>`
      select min(at)::text as early, max(at)::text as late, count(*) filter (where at < before)::int as disorder
      from (select at, lag(at) over (order by id) as before from events where tenant_id = ${sample.tenantId}) told
    `.execute(database.system);
    expect(rows[0]!.disorder).toBe(0);
    expect(new Date(rows[0]!.early).getTime()).toBeLessThan(now.getTime() - 360 * 86_400_000);
    expect(new Date(rows[0]!.late).getTime()).toBeLessThan(now.getTime());
  });

  test('keeps duplicates for somebody to merge', async () => {
    const accounts = company.as(accountsContract, sample.cast.get('顾承远')!);
    for (const [key, like] of [
      ['滦淀中板', { name: '滦淀中厚板' }],
      ['汐海热电', { name: '汐海热电' }],
      ['锦和总院', { phone: '0199-8260118' }],
    ] as const) {
      const { candidates } = await accounts.duplicates(like);
      expect(candidates.length, key).toBe(2);
      expect(candidates.map(({ id }) => id)).toContain(sample.known.accounts.get(`${key}-重`));
    }
  });
});

describe('the newcomer’s project, opened fresh', () => {
  const today = dayOf(now);

  test('is seen by the newcomer, who is told where the buyer stands and not to run on', async () => {
    const { id, version } = sample.known.deals.get(newcomers)!;
    const told = await by('张晓宇').briefing({ id });
    expect(told.gate.pace).toMatchObject({ position: 'behind', buyerStage: 'screen' });
    const lines = told.warnings.map(({ words }) => words.zh);
    expect(lines).toContain('客户已走到“供应商初查与筛选”，我们还停在“开发”');
    expect(lines).toContain('“开发”阶段的关口还没过，尚缺 6 项，不要往前赶');
    await expect(by('张晓宇').advance({ id, version })).rejects.toMatchObject({ code: 'gate.closed' });
  });

  test('names what the evaluation lacks, and lower contact or drop under the line', () => {
    const { warnings } = briefings.get(newcomers)!;
    const missing = warnings.find(({ code }) => code === 'evaluationMissing')!;
    for (const item of ['预算', '决策规则', '信用', '竞争']) expect(missing.words.zh).toContain(item);
    const line = warnings.find(({ code }) => code === 'willFallBelowLine')!;
    expect(line.words.zh).toContain('降低接触');
    expect(line.words.zh).toContain('放弃');
  });

  test('goes to the design institute, then registers with purchasing before the tender, then finds an insider under A', () => {
    const [first, second, third] = briefings.get(newcomers)!.steps;
    expect(first).toMatchObject({ reason: 'willing', person: { name: '沈砚秋' } });
    expect(first!.items.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'check:budget-known',
        'check:decision-rules-known',
        'check:credit-known',
        'check:rivals-known',
      ]),
    );
    expect(second).toMatchObject({ reason: 'dated', items: [{ key: 'check:registered' }] });
    expect(second!.by > today && second!.by <= addDays(today, 62)).toBe(true);
    expect(third!.person?.name).toBe('郝志刚');
    expect(third!.items.map(({ act }) => act.act.zh)).toContain('在郝志刚手下做具体工作的人里发展一位内线');
  });
});
