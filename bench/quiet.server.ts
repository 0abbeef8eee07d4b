import { sql } from 'kysely';
import { defaultPrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';
import type { Database } from '#platform/database/database.server.ts';
import { load } from './load.server.ts';
import { timeRow, type Row } from './row.ts';

/** So many days as a seed makes of a span. */
const days = (seed: string, span: number) =>
  sql.raw(`make_interval(days => (hashtext(${seed}) & 2147483647) % ${span})`);

/**
 * What was done about the contacts of a company over three years: each record made one day and changed on another, four events on
 * each since, a third of them named as the source of evidence. Contacts are reviewed after a year.
 */
export async function fillTraces({ system }: Database, tenantId: string): Promise<void> {
  await sql`update contacts c set created_at = made.at, updated_at = made.at + ${days("'u' || c.id", 200)}
    from (select id, timestamptz '2023-11-26' + ${days('id::text', 890)} as at from contacts
      where tenant_id = ${tenantId}) made
    where c.tenant_id = ${tenantId} and c.id = made.id`.execute(system);
  await sql`
    insert into events (tenant_id, id, at, actor_id, type, subject_kind, subject_id, account_id, data)
    select tenant_id, gen_random_uuid(), created_at + ${days('n || id::text', 900)}, owner_id, 'note.written', 'contact', id, account_id, '{}'
    from contacts, generate_series(1, 4) n where tenant_id = ${tenantId}`.execute(system);
  await sql`
    insert into evidence (tenant_id, id, deal_id, kind, check_id, direction, strength, statement, source_kind, source_id, observed_on,
      recorded_at, recorded_by)
    select c.tenant_id, gen_random_uuid(), d.id, 'evidence', 'budget-known', 'supports', 'said', '部长说预算已经列入年度计划', 'stakeholder',
      c.id::text, '2026-01-01', c.created_at + ${days("'e' || c.id", 900)}, d.owner_id
    from contacts c cross join lateral (select id, owner_id from deals where tenant_id = c.tenant_id
      and account_id = c.account_id limit 1) d
    where c.tenant_id = ${tenantId} and hashtext(c.name) % 3 = 0`.execute(system);
  const policy = JSON.stringify({ ...defaultPrivacyPolicy, reviewAfterDays: 365 });
  await sql`
    insert into privacy_policies (tenant_id, version, policy, changed_at, changed_by)
    select ${tenantId}, 1, ${policy}::jsonb, now(), id from users where tenant_id = ${tenantId} limit 1`.execute(
    system,
  );
  for (const table of ['contacts', 'events', 'evidence']) await sql`vacuum analyze ${sql.table(table)}`.execute(system);
}

/** Both lists of contacts for review, one reader. */
export async function quietBenchmark(port: number, cookie: string, seconds: number, machine: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const state of ['due', 'soon']) {
    const path = `/api/quiet-contacts?state=${state}&limit=50`;
    const { p95, failures } = await load(port, () => ({ path, headers: { cookie } }), { connections: 1, seconds });
    const row = timeRow(`quiet contacts ${state}, of 90 k: p95`, p95, 1000, machine);
    rows.push({ ...row, met: row.met && failures === 0 });
  }
  return rows;
}
