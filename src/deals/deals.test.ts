import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { compilePlaybook, type CompiledPlaybook } from '#method/compiled-playbook.ts';
import { builtInPlaybooks, installPlaybooks, playbookHandlers } from '#playbooks/playbooks.server.ts';
import { playbooksContract } from '#playbooks/playbooks.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { winningStage } from '#deals/deal-decisions.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import type { Deal } from '#deals/deal.ts';
import type { DealPage } from '#deals/deals.contract.ts';

let company: TestCompany;
let sixStep: CompiledPlaybook;
let clock = new Date('2026-03-02T02:00:00.000Z');
const as = (name: string) => company.as(dealsContract, company.actors[name]!);

beforeAll(async () => {
  company = await openTestCompany({ deals: dealHandlers, playbooks: playbookHandlers }, { now: () => clock });
  await company.database.write(company.tenantId, (tx) => installPlaybooks(tx, company.tenantId, clock.toISOString()));
  sixStep = compilePlaybook((await builtInPlaybooks()).find(({ playbook }) => playbook.id === 'six-step')!.playbook);
});
afterAll(() => company.close());

const newDeal = (name: string, more: Partial<Parameters<ReturnType<typeof as>['create']>[0]> = {}) =>
  as('northRep').create({ name, playbookId: 'six-step', amount: 300_000_000, closeOn: '2026-09-30', ...more });

/** Written evidence from two sources for every check of the current stage that is missed, and every artifact. */
async function satisfyGate(id: string): Promise<DealPage> {
  const page = await as('northRep').show({ id });
  const artifacts = page.gate.misses.filter((miss) => miss.kind === 'artifact').map(({ artifact }) => artifact);
  for (const miss of page.gate.misses.filter(({ kind }) => kind === 'check')) {
    if (miss.kind !== 'check') continue;
    await as('northRep').addEvidence({
      id,
      check: miss.check,
      direction: 'supports',
      strength: 'written',
      statement: '客户书面确认',
      source: { kind: 'document', name: '会议纪要' },
      observedOn: page.deal.stageSince.slice(0, 10),
    });
  }
  if (artifacts.length > 0) {
    const known = page.deal.facts.lists.artifacts ?? [];
    const { deal } = await as('northRep').show({ id });
    await as('northRep').recordFacts({
      id,
      version: deal.version,
      lists: { artifacts: [...known, ...artifacts.map((kind) => ({ name: kind, kind }))] },
    });
  }
  return as('northRep').show({ id });
}

test('a deal starts in the first stage, as a lead, and its page tells what the gate misses', async () => {
  const deal = await newDeal('首钢轧机改造');
  expect(deal).toMatchObject({ stageId: sixStep.playbook.stages[0]!.id, class: 'lead', state: 'open', version: 1 });
  const { gate, stages } = await as('northRep').show({ id: deal.id });
  expect(gate.open).toBe(false);
  const starred = sixStep.playbook.stages[0]!.checks.filter(({ mandatory }) => mandatory).map(({ id }) => id);
  expect(gate.misses.flatMap((miss) => (miss.kind === 'check' ? [miss.check] : []))).toEqual(starred);
  expect(gate.misses.every(({ act, words }) => act.by >= '2026-03-02' && words.zh !== '' && act.act.en !== '')).toBe(
    true,
  );
  expect(stages[0]).toEqual({ id: sixStep.playbook.stages[0]!.id, met: 0, total: starred.length });
});

describe('the gate', () => {
  test('refuses with every miss, opens on evidence, and the whole method can be walked to the end', async () => {
    let deal: Deal = await newDeal('鞍钢除尘');
    const won = { reason: 'won.solution' as const };
    await expect(as('northRep').advance({ id: deal.id, version: deal.version })).rejects.toMatchObject({
      code: 'gate.closed',
      status: 409,
      data: { misses: expect.arrayContaining([expect.objectContaining({ kind: 'check' })]) },
      message: expect.stringContaining('补齐证据'),
    });
    for (const stage of sixStep.playbook.stages) {
      expect(deal.stageId).toBe(stage.id);
      const page = await satisfyGate(deal.id);
      expect(page.gate.misses).toEqual([]);
      const version = page.deal.version;
      const wins = stage.id === winningStage(sixStep);
      const unexplained = as('northRep').advance({ id: deal.id, version });
      const outcome = await (wins ? unexplained.catch(({ code }: { code: string }) => ({ code })) : unexplained);
      expect('code' in outcome && outcome.code).toBe(wins && 'deal.winReasonRequired');
      deal = 'code' in outcome ? await as('northRep').advance({ id: deal.id, version, won }) : outcome;
    }
    expect(deal).toMatchObject({
      state: 'won',
      reason: 'won.solution',
      closedOn: '2026-03-02',
      finishedOn: '2026-03-02',
    });
    await expect(as('northRep').advance({ id: deal.id, version: deal.version })).rejects.toMatchObject({
      code: 'deal.finished',
    });
  });

  test('is opened by a manager with a reason, is shown until healed, and never by a rep', async () => {
    const deal = await newDeal('本钢焦化');
    const ask = { id: deal.id, version: 1, override: { reason: '客户总经理当面要求下周签' } };
    await expect(as('northRep').advance(ask)).rejects.toMatchObject({ code: 'override.notAllowed', status: 403 });
    await expect(as('northManager').advance({ ...ask, override: { reason: '  ' } })).rejects.toMatchObject({
      code: 'override.reasonRequired',
    });
    const advanced = await as('northManager').advance(ask);
    expect(advanced.stageId).toBe(sixStep.playbook.stages[1]!.id);
    expect(advanced.overrides).toEqual([
      expect.objectContaining({ by: company.actors['northManager']!.userId, reason: ask.override.reason }),
    ]);
    const { rows } = await as('northRep').list({ search: '本钢' });
    expect(rows[0]).toMatchObject({ overridden: true });
  });

  test('two people advancing at once: one wins, the other is told', async () => {
    const deal = await newDeal('同时推进');
    const page = await satisfyGate(deal.id);
    const ask = { id: deal.id, version: page.deal.version };
    const both = await Promise.allSettled([as('northRep').advance(ask), as('northManager').advance(ask)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'record.changed' } });
  });

  test('moves back to an earlier stage with a reason; evidence stays', async () => {
    const deal = await newDeal('退回');
    const page = await satisfyGate(deal.id);
    const advanced = await as('northRep').advance({ id: deal.id, version: page.deal.version });
    const { id, version } = advanced;
    const [first, second] = sixStep.playbook.stages;
    await expect(as('northRep').moveBack({ id, version, to: first!.id, reason: ' ' })).rejects.toMatchObject({
      code: 'retreat.reasonRequired',
    });
    await expect(as('northRep').moveBack({ id, version, to: second!.id, reason: 'x' })).rejects.toMatchObject({
      code: 'stage.notEarlier',
    });
    await expect(as('northRep').moveBack({ id, version, to: 'nowhere', reason: 'x' })).rejects.toMatchObject({
      code: 'stage.unknown',
    });
    const back = await as('northRep').moveBack({ id, version, to: first!.id, reason: '决策人换了' });
    expect(back.stageId).toBe(first!.id);
    expect((await as('northRep').show({ id })).evidence.length).toBeGreaterThan(0);
  });

  test('closes again as evidence fades', async () => {
    const deal = await newDeal('证据老化');
    await satisfyGate(deal.id);
    expect((await as('northRep').show({ id: deal.id })).gate.open).toBe(true);
    clock = new Date('2027-03-02T02:00:00.000Z');
    const { gate } = await as('northRep').show({ id: deal.id });
    expect(gate.open).toBe(false);
    expect(gate.misses.some((miss) => miss.kind === 'check' && miss.state === 'stale')).toBe(true);
    clock = new Date('2026-03-02T02:00:00.000Z');
  });
});

describe('evidence', () => {
  test('is corrected by a later record, never changed', async () => {
    const { id } = await newDeal('更正');
    const check = sixStep.playbook.stages[0]!.checks[0]!;
    const evidence = {
      id,
      check: check.id,
      direction: 'supports' as const,
      strength: 'said' as const,
      statement: '科长说预算有 300 万',
      source: { kind: 'stakeholder' as const, name: '王科长' },
      observedOn: '2026-03-01',
    };
    const first = await as('northRep').addEvidence(evidence);
    await as('northRep').retractEvidence({ id, evidenceId: first.record.id, reason: '听错了，是 30 万' });
    const page = await as('northRep').show({ id });
    expect(page.evidence.map(({ stands }) => stands)).toEqual([false, false]);
    expect(page.gate.judgements.find((judged) => judged.check === check.id)).toMatchObject({ state: 'unknown' });
  });

  test('is refused for unknown checks, days to come, and personal benefits', async () => {
    const { id } = await newDeal('拒绝的证据');
    const check = sixStep.playbook.stages[0]!.checks[0]!.id;
    const evidence = {
      id,
      check,
      direction: 'supports' as const,
      strength: 'said' as const,
      statement: '客户答应了',
      source: { kind: 'observation' as const },
      observedOn: '2026-03-01',
    };
    const add = (more: object) => as('northRep').addEvidence({ ...evidence, ...more });
    await expect(add({ check: 'no-such-check' })).rejects.toMatchObject({ code: 'evidence.checkUnknown' });
    await expect(add({ signal: 'no-such-signal' })).rejects.toMatchObject({ code: 'evidence.checkUnknown' });
    await expect(add({ observedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'evidence.future' });
    await expect(add({ statement: '给李主任 3 个点回扣' })).rejects.toMatchObject({ code: 'evidence.personalBenefit' });
    const stranger = '01890000-0000-7000-8000-000000000000';
    await expect(add({ retracts: stranger })).rejects.toMatchObject({ code: 'evidence.retractsUnknown' });
    await expect(as('northRep').retractEvidence({ id, evidenceId: stranger, reason: 'x' })).rejects.toMatchObject({
      code: 'evidence.retractsUnknown',
    });
  });
});

test('parks with a revisit date, loses with winner and price gap, reopens', async () => {
  const deal = await newDeal('起落');
  const parked = await as('northRep').park({
    id: deal.id,
    version: 1,
    reason: 'parked.budget',
    revisitOn: '2026-06-01',
  });
  expect(parked).toMatchObject({ state: 'parked', revisitOn: '2026-06-01' });
  const { id } = deal;
  await expect(as('northRep').advance({ id, version: 2 })).rejects.toMatchObject({ code: 'deal.notOpen' });
  const lost = await as('northRep').lose({
    id,
    version: 2,
    reason: 'lost.price',
    winner: '华北重工',
    priceGap: 12_000_000,
  });
  expect(lost).toMatchObject({ state: 'lost', winner: '华北重工', priceGap: 12_000_000, closedOn: '2026-03-02' });
  const open = await as('northRep').reopen({ id, version: 3, reason: '中标方弃标' });
  expect(open).toMatchObject({ state: 'open', winner: null, priceGap: null, closedOn: null });
  await expect(as('northRep').reopen({ id, version: 4, reason: 'x' })).rejects.toMatchObject({
    code: 'deal.notClosed',
  });
});

test('is read as of any past moment', async () => {
  clock = new Date('2026-04-01T02:00:00.000Z');
  const deal = await newDeal('回看');
  clock = new Date('2026-04-10T02:00:00.000Z');
  await as('northRep').update({ id: deal.id, version: 1, amount: 500_000_000, closeOn: '2026-12-31' });
  await satisfyGate(deal.id);
  clock = new Date('2026-04-20T02:00:00.000Z');
  const before = await as('northRep').show({ id: deal.id, at: '2026-04-05T00:00:00.000Z' });
  expect(before.deal).toMatchObject({ amount: 300_000_000, closeOn: '2026-09-30' });
  expect(before.evidence).toEqual([]);
  expect(before.may).toEqual({ write: false, advance: false, override: false, evidence: false });
  const now = await as('northRep').show({ id: deal.id });
  const replayed = await as('northRep').show({ id: deal.id, at: clock.toISOString() });
  expect(replayed.deal).toEqual(now.deal);
  await expect(as('northRep').show({ id: deal.id, at: '2026-03-31T00:00:00.000Z' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
  clock = new Date('2026-03-02T02:00:00.000Z');
});

test('facts are typed by the catalogue; those of other areas are not recorded here', async () => {
  const { id } = await newDeal('项目情况');
  const bad = { 'budget.state': 'plenty', 'purchase.tenderOn': '2026-02-30', 'contract.state': 'signed', nonsense: 1 };
  await expect(as('northRep').recordFacts({ id, version: 1, values: bad })).rejects.toMatchObject({
    code: 'input.invalid',
    data: { issues: expect.arrayContaining([expect.objectContaining({ path: ['contract.state'] })]) },
  });
  const deal = await as('northRep').recordFacts({
    id,
    version: 1,
    values: { 'project.approval': 'approved', 'budget.state': 'inPlace', 'deal.needExplicit': true },
  });
  expect(deal.class).toBe('lead');
  const back = await as('northRep').recordFacts({ id, version: 2, values: { 'budget.state': null } });
  expect(back.facts.values).not.toHaveProperty('budget.state');
});

describe('visibility', () => {
  test('a rep sees her own, a manager her tree, the deal team what it works on; others find nothing', async () => {
    const { id } = await newDeal('可见范围');
    for (const name of ['northRep', 'northManager', 'director', 'presales'])
      expect((await as(name).show({ id })).deal.id).toBe(id);
    for (const name of ['northRep2', 'southManager', 'southRep'])
      await expect(as(name).show({ id })).rejects.toMatchObject({ code: 'record.notFound', status: 404 });
    await as('northRep').setMembers({
      id,
      version: 1,
      members: [{ userId: company.actors['southRep']!.userId, role: 'presales' }],
    });
    expect((await as('southRep').show({ id })).members).toHaveLength(1);
    expect((await as('southRep').list({ search: '可见' })).rows).toHaveLength(1);
  });

  test('references to what one may not see are refused', async () => {
    const stranger = '01890000-0000-7000-8000-000000000000';
    await expect(newDeal('x', { accountId: stranger })).rejects.toMatchObject({ code: 'account.unknown' });
    await expect(newDeal('x', { playbookId: 'none' })).rejects.toMatchObject({ code: 'playbook.unknown' });
    await expect(newDeal('x', { ownerId: stranger })).rejects.toMatchObject({ code: 'user.unknown' });
    const lines = [{ productId: stranger, quantity: 1, unitPrice: 1 }];
    await expect(newDeal('x', { lines })).rejects.toMatchObject({ code: 'product.unknown' });
  });
});

test('the board counts every column and goes on where its cards end', async () => {
  for (let i = 0; i < 5; i++) await as('southRep').create({ name: `看板 ${i}`, playbookId: 'industrial', amount: 100 });
  const { columns } = await as('southRep').board({ playbookId: 'industrial', cards: 2 });
  expect(columns).toEqual([expect.objectContaining({ count: 5, amount: 500 })]);
  const [column] = columns;
  expect(column!.cards).toHaveLength(2);
  const rest = await as('southRep').list({
    playbookId: 'industrial',
    state: 'open',
    stageId: column!.stageId,
    after: column!.next!,
  });
  expect(rest.rows).toHaveLength(3);
});

test('the playbooks that ship can be read', async () => {
  const list = await company.as(playbooksContract, company.actors['northRep']!).list({});
  expect(list.map(({ id }) => id)).toEqual(['industrial', 'six-step']);
  const { id, version } = list[0]!;
  const playbook = await company.as(playbooksContract, company.actors['northRep']!).show({ id, version });
  expect(playbook.stages.length).toBe(6);
});
