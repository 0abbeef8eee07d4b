import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { importer } from '#imports/testing.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { handOverContract } from '#team/hand-over.contract.ts';
import { usersContract } from '#team/users.contract.ts';

/** Every way by which a deal's owner, team, amount or days change keeps the history: the row that stands is the deal. */
let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany(router, { routes: slicesRoutes });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
});
afterAll(() => company.close());

const actor = (name: string) => company.actors[name]!;
const deals = (name: string) => company.as(dealsContract, actor(name));
const create = (name: string) =>
  deals('northRep').create({ name, playbookId: 'six-step', amount: 100, closeOn: '2027-01-31' });

async function history(name: string) {
  const { rows } = await sql<{
    owner: string;
    team: string;
    amount: number;
    closeOn: string;
    stands: boolean;
    state: string;
  }>`
    select u.name as owner, t.name as team, s.amount, s.close_on as "closeOn", s.until = 'infinity' as stands, s.state
    from deal_states s join deals d on d.tenant_id = s.tenant_id and d.id = s.deal_id
    join users u on u.tenant_id = s.tenant_id and u.id = s.owner_id
    join teams t on t.tenant_id = s.tenant_id and t.id = s.team_id
    where d.name = ${name} order by s.since, s.until`.execute(company.database.system);
  return rows.map(({ owner, team, amount, closeOn, state }) => `${owner}/${team} ${amount} ${closeOn} ${state}`);
}

/** Deals whose standing row says something else than they do, or that have none, or two. */
async function drifted() {
  const { rows } = await sql<{ name: string }>`
    select d.name from deals d left join deal_states s on s.tenant_id = d.tenant_id and s.deal_id = d.id and s.until = 'infinity'
    where row(s.state, s.finished, s.playbook_id, s.stage_id, s.amount, s.currency, s.close_on, s.closed_on, s.owner_id, s.team_id,
      s.grade, s.origin, s.buyer_entry) is distinct from row(d.state, d.finished_on is not null, d.playbook_id, d.stage_id,
      d.amount, d.currency, d.close_on, d.closed_on, d.owner_id, d.team_id, d.grade, d.origin, d.facts -> 'values' ->> 'deal.enteredAt')
    union all
    select d.name from deals d join deal_states s on s.tenant_id = d.tenant_id and s.deal_id = d.id and s.until = 'infinity'
    group by d.tenant_id, d.id, d.name having count(*) > 1`.execute(company.database.system);
  return rows.map(({ name }) => name);
}

test('several deals handed over at once', async () => {
  const { id, version } = await create('批量移交');
  await deals('northManager').assignMany({ rows: [{ id, version, ownerId: actor('northRep2').userId }] });
  expect(await history('批量移交')).toEqual([
    'northRep/North 100 2027-01-31 open',
    'northRep2/North 100 2027-01-31 open',
  ]);
});

test('what a leaver leaves', async () => {
  await create('离职交接');
  const users = company.as(usersContract, actor('admin'));
  const { version } = await users.show({ id: actor('northRep').userId });
  await company.as(handOverContract, actor('admin')).handOver({
    id: actor('northRep').userId,
    version,
    to: { deals: actor('southRep').userId },
    deactivate: false,
  });
  expect(await history('离职交接')).toEqual([
    'northRep/North 100 2027-01-31 open',
    'southRep/South 100 2027-01-31 open',
  ]);
});

test('an owner who changes teams', async () => {
  await create('换团队');
  const users = company.as(usersContract, actor('admin'));
  const { version } = await users.show({ id: actor('northRep').userId });
  await users.change({ id: actor('northRep').userId, version, teamId: company.teams.south });
  expect(await history('换团队')).toEqual(['northRep/North 100 2027-01-31 open', 'northRep/South 100 2027-01-31 open']);
});

test('an import that makes, changes and is taken back', async () => {
  const { whole, undo } = importer(company, actor('admin'));
  const header = 'opportunity_id,deal_name,deal_stage,engage_date,close_date,close_value\n';
  const made = await whole(
    'deal',
    `${header}X1,导入一,Won,2025-03-01,2025-06-01,300\nX2,导入二,Engaging,2025-03-01,,\n`,
  );
  expect(made.outcome).toMatchObject({ created: 2 });
  expect(await history('导入一')).toEqual(['admin/HQ 30000 2025-06-01 open', 'admin/HQ 30000 2025-06-01 won']);
  const changed = await whole('deal', `${header}X2,导入二,Engaging,2025-03-01,2027-02-01,500\n`, () => ({
    policy: 'update',
  }));
  expect(changed.outcome).toMatchObject({ updated: 1 });
  expect((await history('导入二')).at(-1)).toBe('admin/HQ 50000 2027-02-01 open');
  await undo(changed.id);
  expect(await history('导入二')).toHaveLength(3);
  expect(await drifted()).toEqual([]);
  await undo(made.id);
  expect(await history('导入一')).toEqual([]);
});

test('no deal stands otherwise than its history says', async () => {
  expect(await drifted()).toEqual([]);
});
