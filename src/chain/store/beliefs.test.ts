import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#permissions/actor.ts';
import { roles } from '#permissions/role.ts';
import { scopes } from '#permissions/scope.ts';
import { newId } from '#platform/id.server.ts';
import { seesBeliefs } from '#chain/chain-access.ts';
import { seesBeliefsOf } from '#chain/store/beliefs-store.server.ts';
import { edge, openChainCompany, person, set } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
let dealId: string;
let accountId: string;
let wang: string;
/** Beliefs that nobody may read who is not of the team. */
const secret =
  /stance|rel_secret|personalWin|想升总经理|coachClaimed|trusted|contactDegree|"contact"|派系甲|当面发火|relationship/;

beforeAll(async () => {
  at = await openChainCompany();
  const made = await at.newDealOf('机密轧机');
  [dealId, accountId, wang] = [made.deal.id, made.account.id, made.wang.id];
  const faction = newId();
  await at.chain().changeAccount({
    id: accountId,
    basedOn: 0,
    wanted: [person(wang, { level: 'deciding', roles: ['decider'], relationship: 'trusted' }), person(made.li.id)],
  });
  const view = await at.chain().changeDeal({
    id: dealId,
    basedOn: 0,
    wanted: [
      { act: 'add', item: 'faction', id: faction, fields: { name: '派系甲' } },
      set(wang, { stance: 1, personalWin: '想升总经理', coachClaimed: true, faction, contact: 2 }),
      edge('reportsTo', made.li.id, wang),
      edge('influences', made.li.id, wang, { sign: 1, strength: 2 }),
    ],
  });
  const wanted = [set(wang, { stance: -1 })];
  await at.chain().changeDeal({ id: dealId, basedOn: view.version, wanted, reason: '会上当面发火' });
  await at.deals().recordFacts({
    id: dealId,
    version: 1,
    lists: { stakeholders: [{ name: '先前记下的赵工', stance: -2, contactDegree: 3, relationship: 'trusted' }] },
  });
});
afterAll(() => at.close());

test('seesBeliefs and its SQL agree', async () => {
  const { company } = at;
  const { tenantId, teams, actors, database } = company;
  const people = Object.values(actors).map(({ userId }) => userId);
  const teamIds = Object.values(teams);
  const record = fc.record({
    ownerId: fc.option(fc.constantFrom(...people)),
    teamId: fc.option(fc.constantFrom(...teamIds)),
    memberIds: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
  });
  const who = fc.record({
    userId: fc.constantFrom(...people),
    roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 2 }),
    scope: fc.constantFrom(...scopes),
    teamIds: fc.uniqueArray(fc.constantFrom(...teamIds), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), who, async (records, one) => {
      const actor: Actor = { ...actors['admin']!, ...one };
      const row = { tenant_id: tenantId, name_key: 'x', created_at: '2026-01-01', updated_at: '2026-01-01' };
      const rows = records.map((owned) => ({ ...owned, id: newId() }));
      const undone = new Error('undone');
      let seen: { id: string }[] = [];
      const tried = database.write(tenantId, async (tx) => {
        const values = rows.map(({ id, ownerId, teamId, memberIds }) => {
          return { ...row, id, name: id, owner_id: ownerId, team_id: teamId, member_ids: memberIds };
        });
        await tx.insertInto('accounts').values(values).execute();
        const mine = tx
          .selectFrom('accounts')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('name_key', '=', 'x');
        seen = await mine.where(seesBeliefsOf(actor, 'accounts')).execute();
        throw undone;
      });
      await expect(tried).rejects.toThrow(undone);
      const expected = rows.filter((owned) => seesBeliefs(actor, owned)).map(({ id }) => id);
      expect(seen.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('who sees what is believed', () => {
  test.each(['northRep', 'northManager', 'director'])('%s does', async (name) => {
    const view = await at.chain(name).deal({ id: dealId });
    expect(view.seesBeliefs).toBe(true);
    expect(view.deal.find(({ id }) => id === wang)?.fields).toMatchObject({ stance: -1, personalWin: '想升总经理' });
    const { deal } = await at.deals(name).show({ id: dealId });
    expect(deal.facts.lists.stakeholders?.find(({ id }) => id === wang)).toMatchObject({
      stance: -1,
      contactDegree: 2,
    });
  });

  test.each(['presales', 'service', 'admin', 'auditor', 'finance'])(
    '%s sees who is who, and no belief',
    async (name) => {
      const [view, of, history, accounts] = await Promise.all([
        at.chain(name).deal({ id: dealId }),
        at.chain(name).account({ id: accountId }),
        at.chain(name).dealHistory({ id: dealId }),
        at.chain(name).accountHistory({ id: accountId }),
      ]);
      expect(view).toMatchObject({ seesBeliefs: false, canEdit: false, signs: [], tellings: [], confirmations: [] });
      expect(view.account.find(({ id }) => id === wang)?.fields).toEqual({
        kind: 'person',
        level: 'deciding',
        roles: ['decider'],
      });
      expect(view.deal.map(({ fields }) => fields['kind'])).toEqual(['reportsTo']);
      const page = await at.deals(name).show({ id: dealId });
      expect(page.deal.facts.lists.stakeholders?.map((one) => one.name)).toEqual(['王总', '李工', '先前记下的赵工']);
      // The gate is judged without them; how many checks are met is the team's count, as in every list.
      const team = await at.deals('northRep').show({ id: dealId });
      expect([team.seesBeliefs, page.seesBeliefs]).toEqual([true, false]);
      expect(page.stages).toEqual(team.stages);
      const stageId = team.gate.stage;
      expect(page.gate.judgements).not.toEqual(team.gate.judgements);
      expect((await at.deals(name).gate({ id: dealId, stageId })).judgements).toEqual(page.gate.judgements);
      const past = await at.deals(name).show({ id: dealId, at: new Date().toISOString() });
      expect(past.deal.facts.lists.stakeholders).toHaveLength(3);
      const { rows } = await at.timeline(name).list({ subjectKind: 'deal', subjectId: dealId });
      const all = [view, of, history, accounts, page.deal.facts.lists, past.deal.facts.lists, rows];
      expect(JSON.stringify(all)).not.toMatch(secret);
    },
  );

  test('who is taken into the team does from then on, and her own timeline tells all', async () => {
    const { deal } = await at.deals().show({ id: dealId });
    const presales = at.actor('presales').userId;
    await at
      .deals()
      .setMembers({ id: dealId, version: deal.version, members: [{ userId: presales, role: 'presales' }] });
    expect((await at.chain('presales').deal({ id: dealId })).seesBeliefs).toBe(true);
    const { rows } = await at.timeline('presales').list({ subjectKind: 'deal', subjectId: dealId });
    expect(JSON.stringify(rows)).toMatch(/"stance":-2/);
    const after = (await at.deals().show({ id: dealId })).deal.version;
    await at.deals().setMembers({ id: dealId, version: after, members: [] });
  });

  test('who does not may not change the map either, though she may write the deal', async () => {
    const ask = { id: dealId, basedOn: 5, wanted: [set(wang, { contact: 1 })] };
    for (const refused of [
      () => at.chain('admin').changeDeal(ask),
      () => at.chain('admin').changeAccount({ ...ask, id: accountId }),
      () => at.chain('admin').placeDeal({ id: dealId, places: [] }),
      () => at.chain('admin').putNotedOnMap({ id: dealId }),
      () => at.chain('admin').tell({ id: dealId, personId: wang, on: '2026-03-01', statement: '下周开会' }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'chain.notOnTeam', status: 403 });
  });

  test('whoever does not see the deal finds nothing', async () => {
    await expect(at.chain('southRep').deal({ id: dealId })).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(at.chain('southManager').accountHistory({ id: accountId })).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });
});
