import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { rescoreDeals } from '#deals/rescore.server.ts';
import { FindingShape, LintRuleShape } from '#lint/lint-shapes.ts';
import { lintContract } from '#lint/lint.contract.ts';
import { lintHandlers } from '#lint/lint.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const lint = (name: string) => at.company.as(lintContract, at.company.actors[name]!);
const tasks = (name: string) => at.company.as(tasksContract, at.company.actors[name]!);
const opponent = [{ id: 'x', name: '王总', title: '总经理', roles: ['decider'], stance: -2 }];

beforeAll(async () => {
  at = await openDealsCompany({ lint: lintHandlers, tasks: taskHandlers });
});
afterAll(() => at.close());

/** A deal on which a month has passed without anything but somebody against us. */
async function neglected(name: string) {
  at.setClock('2026-03-02T02:00:00.000Z');
  const { id, version } = await at.newDeal(name);
  await at.as('northRep').recordFacts({ id, version, lists: { stakeholders: opponent } });
  at.setClock('2026-04-02T02:00:00.000Z');
  return id;
}
const rulesOf = async (id: string) => (await lint('northRep').ofDeal({ id })).standing.map(({ rule }) => rule);
const kept = async (name: string) => (await at.as('northRep').list({ search: name })).rows[0]!;

describe('a deal', () => {
  test('tells its mistakes with what they rest on and what to do, as described in the API', async () => {
    const id = await neglected('无人照看');
    const { standing } = await lint('northRep').ofDeal({ id });
    for (const finding of standing) expect(FindingShape.parse(finding)).toEqual(finding);
    const answer = standing.find(({ rule }) => rule === 'opponent-unanswered');
    expect(answer).toMatchObject({ severity: 'serious', grounds: [{ kind: 'person', id: 'x' }] });
    expect(standing.map(({ rule }) => rule)).toContain('no-dated-next-step');
  });

  test('keeps what fires for lists: at its own commands, at its tasks, and by night', async () => {
    const id = await neglected('逐步照看');
    expect((await kept('逐步照看')).lints).toBe(0);
    await rescoreDeals(at.company.database, at.company.tenantId, '2026-04-02');
    const before = await kept('逐步照看');
    expect(before).toMatchObject({ lints: (await rulesOf(id)).length });
    expect(before.lintSerious).toBeGreaterThan(0);

    const task = await tasks('northRep').create({
      title: '请李工劝说王总',
      dueOn: '2026-04-05',
      subjectKind: 'deal',
      subjectId: id,
    });
    const after = await kept('逐步照看');
    expect(await rulesOf(id)).not.toContain('opponent-unanswered');
    expect(after.lints).toBe((await rulesOf(id)).length);
    expect(after.lintSerious).toBe(before.lintSerious - 2);
    await tasks('northRep').finish({ id: task.id, version: task.version, done: true });
    expect((await kept('逐步照看')).lintSerious).toBe(before.lintSerious);

    await at.as('northRep').update({ id, version: after.version, closeOn: '2026-10-31' });
    await at.as('northRep').update({ id, version: after.version + 1, closeOn: '2026-04-01' });
    expect(await rulesOf(id)).toContain('close-day-passed');
    expect((await kept('逐步照看')).lints).toBe((await rulesOf(id)).length);
    const page = await at.as('northRep').lose({ id, version: after.version + 2, reason: 'lost.price' });
    expect(page.state).toBe('lost');
    expect(await kept('逐步照看')).toMatchObject({ lints: 0, lintSerious: 0 });
    expect(await rulesOf(id)).toEqual([]);
  });

  test('is found by the rule that fires in it', async () => {
    await neglected('按规则找');
    await rescoreDeals(at.company.database, at.company.tenantId, '2026-04-02');
    const { rows } = await at.as('northRep').list({ lint: 'opponent-unanswered', search: '按规则' });
    expect(rows).toHaveLength(1);
    expect((await at.as('northRep').list({ lint: 'slipped', search: '按规则' })).rows).toEqual([]);
  });

  test('two tasks made at once on one deal: both are kept, nobody waits for the other for ever', async () => {
    const id = await neglected('同时安排');
    const make = (title: string) =>
      tasks('northRep').create({ title, dueOn: '2026-04-05', subjectKind: 'deal', subjectId: id });
    await Promise.all([make('一'), make('二'), make('三'), make('四')]);
    expect(await rulesOf(id)).not.toContain('no-dated-next-step');
  });
});

const ask = (id: string, more = {}) => ({
  id,
  rule: 'opponent-unanswered',
  reason: '王总五月退休',
  until: '2026-05-01',
  ...more,
});

const narrowed = (filters: object) => lint('northManager').overview(filters);

describe('a waiver', () => {
  test('lets a finding be with a reason until its day, is shown and told, and ends by itself', async () => {
    const id = await neglected('豁免到期');
    const { standing, waived } = await lint('northManager').waive(ask(id));
    expect(standing.map(({ rule }) => rule)).not.toContain('opponent-unanswered');
    expect(waived).toMatchObject([
      { finding: { rule: 'opponent-unanswered' }, waiver: { reason: '王总五月退休', until: '2026-05-01' } },
    ]);
    const { rows } = await sql<{ type: string; data: { reason: string } }>`
      select type, data from events where subject_id = ${id} and type like 'deal.lint%'`.execute(
      at.company.database.system,
    );
    expect(rows).toMatchObject([{ type: 'deal.lintWaived', data: { reason: '王总五月退休' } }]);
    const count = (await kept('豁免到期')).lintSerious;
    at.setClock('2026-05-02T02:00:00.000Z');
    expect(await rulesOf(id)).toContain('opponent-unanswered');
    await rescoreDeals(at.company.database, at.company.tenantId, '2026-05-02');
    expect((await kept('豁免到期')).lintSerious).toBe(count + 1);
  });

  test('may be ended early, once', async () => {
    const id = await neglected('提前结束');
    await lint('northManager').waive(ask(id));
    const { standing } = await lint('northManager').endWaiver({ id, rule: 'opponent-unanswered' });
    expect(standing.map(({ rule }) => rule)).toContain('opponent-unanswered');
    await expect(lint('northManager').endWaiver({ id, rule: 'opponent-unanswered' })).rejects.toMatchObject({
      code: 'waiver.notRunning',
    });
  });

  test('given another day takes the place of the one before', async () => {
    const id = await neglected('改期');
    await lint('northManager').waive(ask(id));
    const { waived } = await lint('northManager').waive(ask(id, { until: '2026-06-01' }));
    expect(waived.map(({ waiver }) => waiver.until)).toEqual(['2026-06-01']);
  });

  test.each([
    ['what does not stand', 'northManager', { rule: 'slipped' }, 'waiver.notFound'],
    ['until today', 'northManager', { until: '2026-04-02' }, 'waiver.past'],
    ['for half a year and more', 'northManager', { until: '2026-12-01' }, 'waiver.tooLong'],
    ['what is serious, by a rep', 'northRep', {}, 'waiver.notAllowed'],
    ['without a reason', 'northManager', { reason: ' ' }, 'input.invalid'],
  ])('is refused: %s', async (_what, name, more, code) => {
    const id = await neglected(`拒绝 ${code}`);
    await expect(lint(name).waive(ask(id, more))).rejects.toMatchObject({ code });
  });

  test('of a warning is the rep’s own', async () => {
    const id = await neglected('警示豁免');
    const { deal } = await at.as('northRep').show({ id });
    await at.as('northRep').update({ id, version: deal.version, closeOn: '2026-04-01' });
    const { standing } = await lint('northRep').ofDeal({ id });
    const warning = standing.find(({ severity }) => severity !== 'serious')!;
    const { waived } = await lint('northRep').waive(ask(id, { rule: warning.rule }));
    expect(waived).toHaveLength(1);
  });
});

test('nobody sees or waives in a deal that she may not see', async () => {
  const id = await neglected('别人的');
  await expect(lint('southRep').ofDeal({ id })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(
    lint('southManager').waive({ id, rule: 'slipped', reason: 'x', until: '2026-05-01' }),
  ).rejects.toMatchObject({ code: 'record.notFound' });
});

describe('the team', () => {
  test('sees rules with deals and amounts, owners and the worst deals, within its scope', async () => {
    await neglected('北区甲');
    await rescoreDeals(at.company.database, at.company.tenantId, '2026-04-02');
    const { open, found, rules, owners, worst } = await lint('northManager').overview({});
    const rule = rules.find((one) => one.rule === 'opponent-unanswered')!;
    const listed = await at.as('northManager').list({ lint: rule.rule, state: 'open', limit: 200 });
    expect(rule.deals).toBe(listed.rows.length);
    expect(rule.amounts[0]).toMatchObject({ currency: 'CNY', amount: 300_000_000 * rule.deals });
    expect(owners.reduce((sum, owner) => sum + owner.found, 0)).toBe(found);
    expect(found).toBeLessThanOrEqual(open);
    expect(worst[0]!.rules.length).toBeGreaterThan(0);
    expect(await lint('southManager').overview({})).toMatchObject({ open: 0, found: 0, owners: [], worst: [] });
  });

  test('narrows by owner, team, method and rule', async () => {
    const { northRep2, northRep } = at.company.actors;
    expect((await narrowed({ ownerId: northRep2!.userId })).open).toBe(0);
    expect((await narrowed({ ownerId: northRep!.userId })).open).toBeGreaterThan(0);
    expect((await narrowed({ playbookId: 'industrial' })).open).toBe(0);
    expect(
      (await narrowed({ teamId: at.company.teams['south'] ?? Object.values(at.company.teams).at(-1)! })).found,
    ).toBe(0);
    expect((await narrowed({ rule: 'slipped' })).worst).toEqual([]);
  });
});

const ownRule = (id: string, condition: string) => `
id: ${id}
name: {zh: 大单无人过问, en: a large deal left alone}
severity: serious
when: ${condition}
says: {zh: "金额大，却没有证据", en: "large, and nothing is shown"}
cure: {act: {zh: 请主管参加下一次拜访, en: take the manager along}}
`;

describe('a company’s own view', () => {
  test('tries a rule on the open deals before it keeps it', async () => {
    await neglected('试规则');
    const trial = await lint('director').tryRule({
      text: ownRule('own-large', '{fact: deal.amount, atLeast: 300000000}'),
    });
    expect(trial.problems).toEqual([]);
    expect(trial.fires).toBeGreaterThan(0);
    expect(trial.fires).toBeLessThanOrEqual(trial.looked);
    expect(trial.asks?.[0]?.zh).toContain('预计金额');
    expect(trial.examples[0]!.says.zh).toBe('金额大，却没有证据');
  });

  test('explains what is wrong with a rule, at its line', async () => {
    const { problems, asks } = await lint('director').tryRule({ text: ownRule('own-x', '{fact: deal.mood, is: 1}') });
    expect(problems).toMatchObject([{ line: 4, words: { zh: expect.stringContaining('deal.mood') as string } }]);
    expect(asks).toBeNull();
    const broken = await lint('director').tryRule({ text: 'name: [unclosed' });
    expect(broken.problems[0]!.words.zh).toContain('YAML');
  });

  test('takes effect at once, under the version that was read', async () => {
    const id = await neglected('规则生效');
    const { version, shipped } = await lint('director').settings({});
    for (const rule of shipped) expect(LintRuleShape.parse(rule)).toEqual(rule);
    const own = [ownRule('own-large', '{fact: deal.amount, atLeast: 300000000}')];
    const changed = { 'opponent-unanswered': { off: true }, 'no-dated-next-step': { severity: 'hint' as const } };
    const saved = await lint('director').change({ version, changed, own });
    expect(saved).toMatchObject({ version: 1, own: [{ rule: { id: 'own-large' } }] });
    const { standing } = await lint('northRep').ofDeal({ id });
    expect(standing.map(({ rule }) => rule)).not.toContain('opponent-unanswered');
    expect(standing.find(({ rule }) => rule === 'no-dated-next-step')?.severity).toBe('hint');
    expect((await kept('规则生效')).lints).toBe(standing.length);
    await expect(lint('director').change({ version, changed: {}, own: [] })).rejects.toMatchObject({
      code: 'record.changed',
    });
    await lint('director').change({ version: 1, changed: {}, own: [] });
    expect(await rulesOf(id)).toContain('opponent-unanswered');
  });

  test.each([
    ['a faulty rule', [ownRule('own-x', '{fact: deal.mood, is: 1}')], 'lintRule.invalid'],
    ['a shipped rule’s id', [ownRule('slipped', '{fact: deal.closeSlips, atLeast: 1}')], 'lintRule.taken'],
  ])('is not kept with %s', async (_what, own, code) => {
    const { version } = await lint('director').settings({});
    await expect(lint('director').change({ version, changed: {}, own })).rejects.toMatchObject({ code });
    await expect(lint('northManager').change({ version, changed: {}, own: [] })).rejects.toMatchObject({ status: 403 });
  });
});
