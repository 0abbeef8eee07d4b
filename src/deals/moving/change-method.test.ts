import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deal } from '#deals/deal.ts';
import { dealEventWords } from '#deals/deal-events.ts';
import { movingContract } from '#deals/moving/moving.contract.ts';
import { movingHandlers } from '#deals/moving/moving.server.ts';
import { rescoreDeals } from '#deals/rescore.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';

/** The versions that are shipped. */
const versionOf = new Map((await builtInPlaybooks()).map(({ playbook: { id, version } }) => [id, version]));
const industrial = versionOf.get('industrial')!;

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const deals = (name = 'northRep') => at.as(name);
const moving = (name = 'northManager') => at.company.as(movingContract, at.company.actors[name]!);
const change = (deal: Pick<Deal, 'id' | 'version'>, playbookId: string, more: object = {}) =>
  moving().changeMethod({
    id: deal.id,
    version: deal.version,
    playbookId,
    playbookVersion: versionOf.get(playbookId) ?? 1,
    ...more,
  });
const stranger = '01890000-0000-7000-8000-000000000000';

beforeAll(async () => {
  at = await openDealsCompany({ moving: movingHandlers });
});
afterAll(() => at.close());

const say = (id: string, check: string, more: object = {}) =>
  deals().addEvidence({
    id,
    check,
    direction: 'supports',
    strength: 'said',
    statement: '科长说过',
    source: { kind: 'stakeholder', name: '王科长' },
    observedOn: '2026-03-01',
    ...more,
  });
const onCheck = async (id: string, check: string) => {
  const { evidence } = await deals().show({ id });
  return evidence.filter(({ record }) => record.kind === 'evidence' && record.check === check && !record.aside);
};

describe('another method', () => {
  test('takes stage, evidence, the buyer’s step along; what has no place there is kept aside', async () => {
    const { id } = await at.newDeal('换打法');
    await say(id, 'guide-found', { signal: 'tells-inside-news' });
    await say(id, 'can-win');
    const { version } = await deals().recordFacts({ id, version: 1, values: { 'buyer.stage': 'design' } });
    const changed = await change({ id, version }, 'industrial');
    expect(changed).toMatchObject({
      playbookId: 'industrial',
      playbookVersion: industrial,
      stageId: 'develop',
      version: version + 1,
      facts: { values: { 'buyer.stage': 'specify' } },
    });
    expect(await onCheck(id, 'insider-found')).toMatchObject([
      { stands: true, record: { recordedFor: { check: 'guide-found', signal: 'tells-inside-news' } } },
    ]);
    const { evidence, gate } = await deals().show({ id });
    expect(evidence.map(({ record }) => 'aside' in record)).toEqual([false, true]);
    expect(gate.stage).toBe('develop');
  });

  test('the buyer’s steps go where a person sends them, or are not known; on the way back they are as they were', async () => {
    const { id } = await at.newDeal('客户阶段另配');
    const values = { 'buyer.stage': 'evaluate', 'deal.enteredAt': 'design' } as const;
    const { version } = await deals().recordFacts({ id, version: 1, values });
    const choices = { buyerStages: { evaluate: 'specify', design: null } };
    const changed = await change({ id, version }, 'industrial', { choices });
    expect(changed.facts.values).toMatchObject({ 'buyer.stage': 'specify' });
    expect(changed.facts.values).not.toHaveProperty('deal.enteredAt');
    const back = await change({ id, version: changed.version }, 'six-step');
    expect(back.facts.values).toMatchObject(values);
    await expect(
      change({ id, version: back.version }, 'industrial', { choices: { buyerStages: { evaluate: 'nowhere' } } }),
    ).rejects.toMatchObject({ code: 'mapping.unknown' });
  });

  test('evidence goes on being added, corrected and taken back, also what was said under the other', async () => {
    const deal = await at.newDeal('换后继续');
    const first = await say(deal.id, 'guide-found');
    await change(deal, 'industrial');
    await expect(say(deal.id, 'guide-found')).rejects.toMatchObject({ code: 'evidence.checkUnknown' });
    await say(deal.id, 'insider-found', { strength: 'done' });
    expect(await onCheck(deal.id, 'insider-found')).toHaveLength(2);
    await deals().retractEvidence({ id: deal.id, evidenceId: first.record.id, reason: '听错了' });
    expect((await onCheck(deal.id, 'insider-found')).map(({ stands }) => stands)).toEqual([false, true]);
    const back = await change({ id: deal.id, version: 2 }, 'six-step');
    expect(back.stageId).toBe('analyse');
    // What was said under the other method comes along, too.
    expect((await onCheck(deal.id, 'guide-found')).map(({ stands }) => stands)).toEqual([false, true]);
  });

  test('the deal before the change still shows the old method, and the change is told', async () => {
    at.setClock('2026-04-01T02:00:00.000Z');
    const deal = await at.newDeal('回看换法');
    await say(deal.id, 'guide-found');
    const before = await deals().show({ id: deal.id });
    at.setClock('2026-04-02T02:00:00.000Z');
    await change(deal, 'industrial');
    at.setClock('2026-04-03T02:00:00.000Z');
    await say(deal.id, 'insider-found');
    const { may: _may, ...past } = await deals().show({ id: deal.id, at: '2026-04-01T12:00:00.000Z' });
    const { may: _now, ...then } = before;
    expect(past).toEqual(then);
    const later = await deals().show({ id: deal.id, at: '2026-04-02T12:00:00.000Z' });
    expect(later.deal.playbookId).toBe('industrial');
    expect(later.evidence.map(({ record }) => record.kind === 'evidence' && record.check)).toEqual(['insider-found']);
    const { type, data } = await changeEvent(deal.id);
    const told = (lang: 'zh' | 'en') =>
      dealEventWords[type]!({ type, subject: { kind: 'deal', id: deal.id }, actorName: null, data }, lang);
    expect(told('zh')).toEqual({
      title: '更换方法论为“工业品六阶段”',
      detail: `原为“营销六步”第 ${versionOf.get('six-step')} 版 · 阶段 客户分析 → 开发 · 1 条证据随行`,
    });
    expect(told('en').title).toMatch(/^Method changed to/);
    at.setClock('2026-03-02T02:00:00.000Z');
  });

  test('what a manager accepted and let pass goes along, and is as it was on the way back', async () => {
    const deal = await at.newDeal('放行后换');
    const override = { reason: '客户总经理当面要求' };
    const advanced = await deals('northManager').advance({ id: deal.id, version: 1, override });
    const changed = await change(advanced, 'industrial');
    expect(changed.stageId).toBe('enter');
    expect(changed.overrides.map(({ stage, covered }) => [stage, covered])).toEqual([
      ['enter', ['check:insider-found', 'check:roles-mapped']],
      ['develop', ['check:budget-known', 'check:timetable-known']],
    ]);
    const page = await deals().show({ id: deal.id });
    expect(page.gate.stage).toBe('enter');
    const back = await change(changed, 'six-step');
    const { version: _a, updatedAt: _b, formerMethods, ...kept } = back;
    const { version: _c, updatedAt: _d, formerMethods: _none, ...was } = advanced;
    expect(kept).toEqual(was);
    expect(formerMethods.map(({ playbookId, left }) => [playbookId, left === null])).toEqual([
      ['six-step', true],
      ['industrial', false],
    ]);
    // Advancing and judging go on as ever.
    expect((await at.satisfyGate(deal.id)).gate.open).toBe(true);
  });

  test('choices go over the default', async () => {
    const deal = await at.newDeal('自选对应');
    await say(deal.id, 'can-win');
    const choices = { checks: { 'can-win': 'rivals-known' }, stages: { analyse: 'enter' } };
    expect((await change(deal, 'industrial', { choices })).stageId).toBe('enter');
    expect(await onCheck(deal.id, 'rivals-known')).toHaveLength(1);
  });

  test('lists and nightly judging read the deal by its present method', async () => {
    const deal = await at.newDeal('列表里的新打法');
    await at.satisfyGate(deal.id);
    const { version } = (await deals().show({ id: deal.id })).deal;
    await change({ id: deal.id, version }, 'industrial');
    const { deal: now, gate, stages } = await deals().show({ id: deal.id });
    const { met, total } = stages.find(({ id }) => id === now.stageId)!;
    // The budget is known in both methods; whether the deal is worth it comes from elsewhere there.
    expect(gate.judgements.filter((judged) => judged.met).map(({ check }) => check)).toContain('budget-known');
    const { rows } = await deals().list({ search: '列表里的新打法' });
    expect(rows[0]).toMatchObject({ stageId: 'develop', gateMet: met, gateTotal: total });
    await rescoreDeals(at.company.database, at.company.tenantId, '2026-03-02');
    expect((await deals().list({ search: '列表里的新打法' })).rows).toEqual(rows);
  });
});

describe('is refused', () => {
  test('to whoever may not, and for what she may not see', async () => {
    const deal = await at.newDeal('不许换');
    const asked = { id: deal.id, version: 1, playbookId: 'industrial', playbookVersion: industrial };
    await expect(moving('northRep').changeMethod(asked)).rejects.toMatchObject({ code: 'permission.missing' });
    await expect(moving('southManager').changeMethod(asked)).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(moving().changeMethod({ ...asked, id: stranger })).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('for an old version of the deal, a deal at rest, the method it has, one that is not there, wrong choices', async () => {
    const deal = await at.newDeal('换不成');
    await expect(change(deal, 'six-step')).rejects.toMatchObject({ code: 'method.same', status: 409 });
    await expect(change(deal, 'none')).rejects.toMatchObject({ code: 'playbook.unknown', status: 422 });
    await expect(change(deal, 'industrial', { playbookVersion: 7 })).rejects.toMatchObject({
      code: 'playbook.unknown',
    });
    await expect(change({ ...deal, version: 7 }, 'industrial')).rejects.toMatchObject({
      code: 'record.changed',
      data: { version: 1 },
    });
    const choices = { checks: { 'can-win': 'nothing' } };
    await expect(change(deal, 'industrial', { choices })).rejects.toMatchObject({
      code: 'mapping.unknown',
      data: { choices: ['checks.can-win'] },
    });
    const parked = await deals().park({ id: deal.id, version: 1, reason: 'parked.budget', revisitOn: '2026-06-01' });
    await expect(change(parked, 'industrial')).rejects.toMatchObject({ code: 'deal.notOpen' });
  });

  test('two at once: one wins, the other is told', async () => {
    const deal = await at.newDeal('两人同时换');
    const both = await Promise.allSettled([change(deal, 'industrial'), change(deal, 'industrial')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.changed' } });
  });
});

async function changeEvent(id: string) {
  const { database, tenantId } = at.company;
  const rows = await database.read(tenantId, (db) =>
    db
      .selectFrom('events')
      .select(['type', 'data'])
      .where('tenant_id', '=', tenantId)
      .where('subject_id', '=', id)
      .where('type', '=', 'deal.methodChanged')
      .execute(),
  );
  return rows[0] as { type: string; data: Record<string, unknown> };
}
