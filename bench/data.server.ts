import { sql } from 'kysely';
import { newId } from '#platform/id.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { addUser, foundCompany, joinCompany } from '#team/found-company.server.ts';
import { createIdentity } from '#team/identities.server.ts';

/** The data set of the speed bars at full size; everything is multiplied by the scale. */
export const fullSize = {
  otherTenants: 19,
  deals: 100_000,
  accounts: 30_000,
  contacts: 90_000,
  activities: 1_000_000,
  evidence: 1_000_000,
};
export type BenchData = { tenantId: string; email: string; password: string; sizes: typeof fullSize };

const at = '2026-01-01T00:00:00.000Z';

/** Of six-step, the method of all deals here. */
export const stages = ['analyse', 'trust', 'needs', 'value', 'commitment', 'collect'];

/** Twenty companies, the measured one full; rows are made inside the database. */
export async function seed(database: Database, scale: number): Promise<BenchData> {
  const of = (n: number) => Math.max(200, Math.round(n * scale));
  const sizes = {
    otherTenants: fullSize.otherTenants,
    deals: of(fullSize.deals),
    accounts: of(fullSize.accounts),
    contacts: of(fullSize.contacts),
    activities: of(fullSize.activities),
    evidence: of(fullSize.evidence),
  };
  const email = 'bench@longmen.example';
  const password = newId();
  const identity = await createIdentity(database.system, email, '测速', password);
  const measured = await company(database, '被测公司', identity);
  await fill(database, measured, sizes);
  for (let i = 0; i < sizes.otherTenants; i++) {
    const other = await company(database, `其他公司 ${i}`, null);
    await fill(database, other, {
      ...sizes,
      deals: share(sizes.deals),
      accounts: share(sizes.accounts),
      contacts: share(sizes.contacts),
      activities: share(sizes.activities),
      evidence: share(sizes.evidence),
    });
  }
  for (const table of ['accounts', 'contacts', 'deals', 'evidence', 'events', 'tasks', 'users'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(database.system);
  return { tenantId: measured.tenantId, email, password, sizes };
}

/** Each other company's part of the measured one. */
function share(n: number): number {
  return Math.max(50, Math.round(n / 50));
}

type Company = { tenantId: string; teams: string[]; users: string[] };

async function company(database: Database, name: string, identity: string | null): Promise<Company> {
  const { tenantId, teamId } = await foundCompany(database, name, at);
  const teams = Array.from({ length: 10 }, newId);
  const users = Array.from({ length: 50 }, newId);
  await database.write(tenantId, async (tx) => {
    await installPlaybooks(tx, tenantId, at);
    await tx
      .insertInto('teams')
      .values(
        teams.map((id, i) => ({ tenant_id: tenantId, id, name: `团队 ${i}`, parent_id: teamId, path: [teamId, id] })),
      )
      .execute();
    const boss = { name: '总监', email: 'boss@example.com', teamId, roles: ['director' as const, 'admin' as const] };
    await addUser(tx, tenantId, { id: users[0]!, identityId: identity, ...boss }, at);
    const reps = users
      .slice(1)
      .map((id, i) => ({ id, name: `销售 ${i}`, email: `u${i}@example.com`, team_id: teams[i % 10]! }));
    await tx
      .insertInto('users')
      .values(reps.map((rep) => ({ ...rep, tenant_id: tenantId, roles: ['rep'], scope: 'self', created_at: at })))
      .execute();
  });
  if (identity) await joinCompany(database, identity, tenantId, users[0]!);
  return { tenantId, teams, users };
}

/** Names of four to six characters from a common set, so that two-character queries hit some hundreds of rows. */
const words = [
  '华',
  '东',
  '北',
  '电',
  '力',
  '钢',
  '铁',
  '轨',
  '道',
  '医',
  '疗',
  '水',
  '务',
  '能',
  '源',
  '智',
  '造',
  '港',
  '航',
  '材',
];

function word(n: string, turn: number) {
  return sql.raw(`(array['${words.join("','")}'])[1 + (hashint4(${n} * 7 + ${turn}) & 2147483647) % ${words.length}]`);
}

function name(n: string) {
  return sql`${word(n, 1)} || ${word(n, 2)} || ${word(n, 3)} || ${word(n, 4)}`;
}

function grams(n: string) {
  return sql`array[${word(n, 1)} || ${word(n, 2)}, ${word(n, 2)} || ${word(n, 3)}, ${word(n, 3)} || ${word(n, 4)}, '^' || ${word(n, 1)} || ${word(n, 2)}]`;
}

async function fill(
  database: Database,
  { tenantId, teams, users }: Company,
  sizes: Omit<BenchData['sizes'], 'otherTenants'>,
) {
  const db = database.system;
  // A version-7-shaped uuid from a hash: the same row can be named again without looking it up.
  const id = (seed: string) =>
    sql.raw(`(select (left(h, 8) || '-' || substr(h, 9, 4) || '-7' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' ||
      right(h, 12))::uuid from (values (md5('${tenantId}' || ${seed}))) hashed (h))`);
  const user = (n: string) => sql`(${users}::uuid[])[1 + ${sql.raw(n)} % 50]`;
  const team = (n: string) => sql`(${teams}::uuid[])[1 + ${sql.raw(n)} % 10]`;

  await sql`
    insert into accounts (tenant_id, id, name, name_key, owner_id, team_id, grams, created_at, updated_at)
    select ${tenantId}, ${id("'a' || n")}, ${name('n')} || n, ${name('n')} || n, ${user('n')}, ${team('n')}, ${grams('n')}, ${at}, ${at}
    from generate_series(1, ${sizes.accounts}) n`.execute(db);
  await sql`
    insert into contacts (tenant_id, id, name, account_id, owner_id, team_id, grams, created_at, updated_at)
    select ${tenantId}, ${id("'c' || n")}, ${name('n')}, ${id(`'a' || (1 + n % ${sizes.accounts})`)}, ${user('n')}, ${team('n')}, ${grams('n')}, ${at}, ${at}
    from generate_series(1, ${sizes.contacts}) n`.execute(db);
  await sql`
    insert into deals (tenant_id, id, name, account_id, amount, close_on, class, state, playbook_id, playbook_version, stage_id,
      stage_since, owner_id, team_id, grams, gate_met, gate_total, created_at, updated_at)
    select ${tenantId}, ${id("'d' || n")}, ${name('n')} || '项目' || n, ${id(`'a' || (1 + n % ${sizes.accounts})`)}, n::bigint * 1300 % 900000000,
      date '2026-01-01' + n % 700, 'lead', case when n % 20 = 0 then 'open' when n % 3 = 0 then 'lost' else 'won' end,
      'six-step', (select max(version) from playbooks where tenant_id = ${tenantId} and id = 'six-step'), (${stages}::text[])[1 + n % 6], ${at}, ${user('n')}, ${team('n')}, ${grams('n')}, n % 5, 5, ${at}, ${at}
    from generate_series(1, ${sizes.deals}) n`.execute(db);
  await sql`
    insert into evidence (tenant_id, id, deal_id, kind, check_id, direction, strength, statement, source_kind, observed_on, recorded_at, recorded_by)
    select ${tenantId}, ${id("'e' || n")}, ${id(`'d' || (1 + n % ${sizes.deals})`)}, 'evidence', 'budget-known', 'supports',
      'said', '财务说预算已经列入年度计划', 'observation', '2026-01-01', ${at}, ${user('n')}
    from generate_series(1, ${sizes.evidence}) n`.execute(db);
  await sql`
    insert into events (tenant_id, id, at, actor_id, type, subject_kind, subject_id, account_id, data)
    select ${tenantId}, ${id("'v' || n")}, ${at}, ${user('n')}, 'deal.changed', 'deal', ${id(`'d' || (1 + n % ${sizes.deals})`)},
      ${id(`'a' || (1 + n % ${sizes.accounts})`)}, '{"name":"x","after":{"grade":"A"}}'
    from generate_series(1, ${sizes.activities}) n`.execute(db);
}
