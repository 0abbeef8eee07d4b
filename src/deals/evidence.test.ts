import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rescoreDeals } from '#deals/rescore.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const as = (name: string) => at.as(name);

beforeAll(async () => {
  at = await openDealsCompany();
});
afterAll(() => at.close());

describe('evidence', () => {
  test('is corrected by a later record, never changed', async () => {
    const { id } = await at.newDeal('更正');
    const check = at.sixStep.playbook.stages[0]!.checks[0]!;
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
    const { id } = await at.newDeal('拒绝的证据');
    const check = at.sixStep.playbook.stages[0]!.checks[0]!.id;
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
    await expect(add({ statement: '给李主任 3 个点回扣' })).rejects.toMatchObject({ code: 'text.personalBenefit' });
    await expect(add({ statement: '王总女儿今年高考' })).rejects.toMatchObject({ code: 'text.privateFact' });
    const stranger = '01890000-0000-7000-8000-000000000000';
    await expect(add({ retracts: stranger })).rejects.toMatchObject({ code: 'evidence.retractsUnknown' });
    await expect(as('northRep').retractEvidence({ id, evidenceId: stranger, reason: 'x' })).rejects.toMatchObject({
      code: 'evidence.retractsUnknown',
    });
  });
});

test('is read as of any past moment', async () => {
  at.setClock('2026-04-01T02:00:00.000Z');
  const deal = await at.newDeal('回看');
  at.setClock('2026-04-10T02:00:00.000Z');
  await as('northRep').update({ id: deal.id, version: 1, amount: 500_000_000, closeOn: '2026-12-31' });
  await at.satisfyGate(deal.id);
  at.setClock('2026-04-20T02:00:00.000Z');
  const before = await as('northRep').show({ id: deal.id, at: '2026-04-05T00:00:00.000Z' });
  expect(before.deal).toMatchObject({ amount: 300_000_000, closeOn: '2026-09-30' });
  expect(before.evidence).toEqual([]);
  expect(before.may).toEqual({ write: false, handOver: false, advance: false, override: false, evidence: false });
  const now = await as('northRep').show({ id: deal.id });
  const replayed = await as('northRep').show({ id: deal.id, at: '2026-04-20T02:00:00.000Z' });
  expect(replayed.deal).toEqual(now.deal);
  await expect(as('northRep').show({ id: deal.id, at: '2026-03-31T00:00:00.000Z' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
  at.setClock('2026-03-02T02:00:00.000Z');
});

test('facts are typed by the catalogue; those of other areas are not recorded here', async () => {
  const { id } = await at.newDeal('项目情况');
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

test('the nightly judging takes faded evidence off the score that lists show', async () => {
  const { id } = await at.newDeal('夜间重估');
  await at.satisfyGate(id);
  const before = await rowNamed('夜间重估');
  expect(before.gateMet).toBe(before.gateTotal);
  const { database, tenantId } = at.company;
  expect(await rescoreDeals(database, tenantId, '2027-06-01')).toBeGreaterThan(0);
  expect((await rowNamed('夜间重估')).gateMet).toBeLessThan(before.gateTotal);
  expect(await rescoreDeals(database, tenantId, '2027-06-01')).toBe(0);
});

async function rowNamed(name: string) {
  return (await as('northRep').list({ search: name })).rows[0]!;
}
