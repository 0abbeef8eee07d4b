import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dealEventWords } from '#deals/deal-events.ts';
import { movingContract } from '#deals/moving/moving.contract.ts';
import { movingHandlers } from '#deals/moving/moving.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import type { Playbook } from '#method/playbook.ts';
import { playbookText } from '#method/playbook-text.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import { versionHandlers } from '#playbooks/studio/versions.server.ts';

/** The version that is shipped, and the one that these tests publish. */
const first = (await builtInPlaybooks()).find(({ playbook }) => playbook.id === 'six-step')!.playbook.version;
const second = first + 1;

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const deals = (name = 'northRep') => at.as(name);
const moving = (name = 'director') => at.company.as(movingContract, at.company.actors[name]!);
const stranger = '01890000-0000-7000-8000-000000000000';
/** Deals from before the second version was published: later ones begin with it. */
let fresh: { id: string; version: number }[];

/** The six steps with one more ★ check in 'trust', without 'can-win', and without the stage 'needs'. */
function secondVersion(base: Playbook): Playbook {
  return {
    ...base,
    version: base.version + 1,
    stages: base.stages
      .filter(({ id }) => id !== 'needs')
      .map((stage) => {
        const checks = stage.checks.filter(({ id }) => id !== 'can-win');
        if (stage.id !== 'trust') return { ...stage, checks };
        const asked = { ...checks[0]!, id: 'reference-visited', text: { zh: '看过样板', en: 'Reference visited' } };
        return { ...stage, checks: [...checks, { ...asked, rule: undefined }] };
      }),
    parking: { ...base.parking!, criteria: base.parking!.criteria.filter((id) => id !== 'can-win') },
    funnel: base.funnel.filter(({ stage }) => stage !== 'needs'),
  };
}

async function publish(playbook: Playbook) {
  const { company } = at;
  await company.database.write(company.tenantId, (tx) =>
    tx
      .insertInto('playbooks')
      .values({
        tenant_id: company.tenantId,
        id: playbook.id,
        version: playbook.version,
        name_zh: playbook.name.zh,
        name_en: playbook.name.en,
        source: playbookText(playbook),
        published_at: '2026-03-01T00:00:00.000Z',
      })
      .execute(),
  );
}

/** A deal whose first gates were passed on evidence: it stands in stage number `at`. */
async function dealIn(stage: number) {
  let { id, version } = fresh.pop()!;
  for (let turn = 0; turn < stage; turn++) {
    const page = await at.satisfyGate(id);
    ({ version } = await deals().advance({ id, version: page.deal.version }));
  }
  return { id, version };
}

beforeAll(async () => {
  at = await openDealsCompany({ moving: movingHandlers, playbooks: versionHandlers });
  fresh = await Promise.all(Array.from({ length: 50 }, (_, i) => at.newDeal(`移动 ${i}`)));
  await publish(secondVersion(at.sixStep.playbook));
});
afterAll(() => at.close());

const shown = async (id: string) => {
  const { deal, gate, stages, evidence } = await deals().show({ id });
  const { version: _version, updatedAt: _updatedAt, formerMethods: _former, ...kept } = deal;
  return { deal: kept, gate, stages, evidence };
};

const versionsSeenBy = async (name: string) =>
  (await at.company.as(versionsContract, at.company.actors[name]!).versions({ id: 'six-step' })).versions;

describe('to a newer version', () => {
  test('is foreseen deal by deal with its sums, and nothing is written by looking', async () => {
    const [trust, needs] = [await dealIn(1), await dealIn(2)];
    const before = await shown(needs.id);
    const foresight = await moving().preview({ id: 'six-step', from: [first], to: second });
    expect(foresight.deals).toBe(50);
    expect(foresight.lower).toEqual([]);
    const row = (id: string) => foresight.rows.find((one) => one.id === id)!;
    expect(row(needs.id)).toMatchObject({
      stageId: 'needs',
      to: 'trust',
      stands: 'trust',
      steps: 0,
      before: { met: 0, open: false },
      after: { met: before.stages[1]!.met, total: before.stages[1]!.total + 1, open: false },
    });
    const aside = before.evidence.filter(({ record }) => record.kind === 'evidence' && record.check === 'can-win');
    expect(row(needs.id).aside).toBe(aside.length);
    expect(row(needs.id).carried).toBe(before.evidence.length - aside.length);
    expect(row(trust.id)).toMatchObject({ stageId: 'trust', to: 'trust' });
    expect(foresight).toMatchObject({ restaged: 1, aside: 2, more: 0 });
    expect(foresight.names['stage:needs']).toEqual(at.sixStep.stageById.get('needs')!.stage.name);
    expect(await shown(needs.id)).toEqual(before);
  });

  test('tells what becomes of the buyer’s step, as it is chosen', async () => {
    const { id, version } = await dealIn(0);
    await deals().recordFacts({ id, version, values: { 'buyer.stage': 'evaluate' } });
    const seen = async (to: string | null) => {
      const choices = { buyerStages: { evaluate: to } };
      const { rows, buyerLost, names } = await moving().preview({ id: 'six-step', from: [first], to: second, choices });
      return { buyer: rows.find((one) => one.id === id)!.buyer, buyerLost, name: names['buyer:evaluate']?.zh };
    };
    expect(await seen('evaluate')).toMatchObject({
      buyer: { from: 'evaluate', to: 'evaluate' },
      name: '评估比较',
    });
    const { buyerLost } = await seen('evaluate');
    expect(await seen(null)).toMatchObject({ buyer: { from: 'evaluate', to: null }, buyerLost: buyerLost + 1 });
  });

  test('is carried out, told in words, and undone to the letter', async () => {
    const chosen = await dealIn(2);
    const before = await shown(chosen.id);
    at.setClock('2026-03-02T08:00:00.000Z');
    const { done, left } = await moving().carryOut({ id: 'six-step', to: second, rows: [chosen] });
    expect({ done, left }).toEqual({
      done: [{ id: chosen.id, version: chosen.version + 1, from: first }],
      left: { notFound: 0, changed: 0, notYours: 0, notOpen: 0 },
    });
    const now = await deals().show({ id: chosen.id });
    expect(now.deal).toMatchObject({
      playbookVersion: second,
      stageId: 'trust',
      stageSince: '2026-03-02T08:00:00.000Z',
    });
    const kept = now.evidence.flatMap(({ record }) =>
      record.kind === 'evidence' && record.aside ? [record.check] : [],
    );
    expect(kept).toEqual(['can-win']);
    expect(now.evidence).toHaveLength(before.evidence.length);

    const event = await lastEvent(chosen.id);
    expect(event.type).toBe('deal.migrated');
    expect(tell(event, 'zh')).toEqual({
      title: `换到“营销六步”第 ${second} 版`,
      detail: expect.stringMatching(
        new RegExp(`^原为“营销六步”第 ${first} 版 · 阶段 挖掘需求 → 建立信任 · \\d+ 条证据随行，1 条留存备查$`),
      ) as string,
    });
    expect(tell(event, 'en').title).toContain(`version ${second}`);

    const undone = await moving().carryOut({ id: 'six-step', to: first, rows: done });
    expect(undone.done).toEqual([{ id: chosen.id, version: chosen.version + 2, from: second }]);
    expect(await shown(chosen.id)).toEqual(before);
    at.setClock('2026-03-02T02:00:00.000Z');
  });

  test('choices decide where a stage and evidence go', async () => {
    const chosen = await dealIn(2);
    const choices = { stages: { needs: 'analyse' }, checks: { 'can-win': 'worth-it', 'fits-our-strength': null } };
    const { rows } = await moving().preview({ id: 'six-step', from: [first], to: second, choices });
    expect(rows.find(({ id }) => id === chosen.id)).toMatchObject({ to: 'analyse', aside: 1 });
    await moving().carryOut({ id: 'six-step', to: second, rows: [chosen], choices });
    const { deal, evidence } = await deals().show({ id: chosen.id });
    expect(deal.stageId).toBe('analyse');
    const on = (check: string) =>
      evidence.filter(({ record }) => record.kind === 'evidence' && record.check === check && !record.aside).length;
    expect([on('worth-it'), on('fits-our-strength')]).toEqual([2, 0]);
  });

  test('leaves what was changed meanwhile, is not open, is elsewhere, or is not there; asked twice is once', async () => {
    const [stale, parked, fine] = [await dealIn(0), await dealIn(0), await dealIn(0)];
    await deals().update({ id: stale.id, version: stale.version, amount: 1 });
    const resting = await deals().park({
      id: parked.id,
      version: parked.version,
      reason: 'parked.budget',
      revisitOn: '2026-06-01',
    });
    const other = await deals().create({ name: '别的打法', playbookId: 'industrial' });
    const rows = [stale, { id: parked.id, version: resting.version }, fine, fine, other, { id: stranger, version: 1 }];
    const { done, left } = await moving().carryOut({ id: 'six-step', to: second, rows });
    expect(done.map(({ id }) => id)).toEqual([fine.id]);
    expect(left).toEqual({ notFound: 2, changed: 1, notYours: 0, notOpen: 1 });
    // What stands there already is left as it is.
    expect((await moving().carryOut({ id: 'six-step', to: second, rows: [done[0]!] })).done).toEqual([]);
  });

  test('thirty take as many statements as one', async () => {
    const few = [await dealIn(0)];
    const many = await Promise.all(Array.from({ length: 30 }, () => dealIn(0)));
    await counted([await dealIn(0)]);
    expect(await counted(many)).toBe(await counted(few));
  });

  test('counts open deals by version, those that the reader sees', async () => {
    const mine = await versionsSeenBy('northRep');
    expect(mine.map(({ version }) => version)).toEqual([second, first]);
    expect(mine.every(({ openDeals }) => openDeals > 0)).toBe(true);
    const theirs = await versionsSeenBy('southRep');
    expect(theirs.map(({ openDeals }) => openDeals)).toEqual([0, 0]);
  });

  test.each([
    ['preview', () => moving().preview({ id: 'none', from: [first], to: second }), 'record.notFound'],
    ['preview', () => moving().preview({ id: 'six-step', from: [first], to: 9 }), 'record.notFound'],
    [
      'preview',
      () =>
        moving().preview({ id: 'six-step', from: [first], to: second, choices: { checks: { nothing: 'worth-it' } } }),
      'mapping.unknown',
    ],
    [
      'carryOut',
      () => moving().carryOut({ id: 'none', to: first, rows: [{ id: stranger, version: 1 }] }),
      'record.notFound',
    ],
    ['carryOut', () => moving('northManager').carryOut({ id: 'six-step', to: second, rows: [] }), 'permission.missing'],
    [
      'preview',
      () => moving('northManager').preview({ id: 'six-step', from: [first], to: second }),
      'permission.missing',
    ],
    ['simulate', () => moving().simulate({ id: 'none', source: '' }), 'record.notFound'],
    ['simulate', () => moving('northManager').simulate({ id: 'six-step', source: '' }), 'permission.missing'],
  ])('%s is refused: %#', async (_name, ask, code) => {
    await expect(ask()).rejects.toMatchObject({ code });
  });

  test('choices that name nothing are refused before anything is moved', async () => {
    const chosen = await dealIn(0);
    const asked = { id: 'six-step', to: second, rows: [chosen], choices: { stages: { analyse: 'nowhere' } } };
    await expect(moving().carryOut(asked)).rejects.toMatchObject({ code: 'mapping.unknown' });
    expect((await deals().show({ id: chosen.id })).deal.playbookVersion).toBe(first);
  });

  test('a key that may only write playbooks moves no deal', async () => {
    const director = at.company.actors['director']!;
    const key = { ...director, userId: crypto.randomUUID(), keyScopes: ['playbook.write' as const] };
    const asked = at.company
      .as(movingContract, key)
      .carryOut({ id: 'six-step', to: second, rows: [{ id: stranger, version: 1 }] });
    await expect(asked).rejects.toMatchObject({ code: 'permission.missing' });
  });
});

async function lastEvent(id: string) {
  const { database, tenantId } = at.company;
  const rows = await database.read(tenantId, (db) =>
    db
      .selectFrom('events')
      .select(['type', 'data'])
      .where('tenant_id', '=', tenantId)
      .where('subject_id', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .execute(),
  );
  return rows[0]!;
}

function tell({ type, data }: { type: string; data: unknown }, lang: 'zh' | 'en') {
  return dealEventWords[type]!({ type, subject: { kind: 'deal', id: '' }, actorName: null, data: data as never }, lang);
}

/** How many statements it takes to move these. */
async function counted(rows: { id: string; version: number }[]): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await moving().carryOut({ id: 'six-step', to: second, rows });
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}
