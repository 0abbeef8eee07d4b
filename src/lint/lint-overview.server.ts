import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { AppliedRule } from '#method/lint/company-lint.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { LintFilters, LintOverview } from '#lint/lint.contract.ts';
import { lintRulesOf } from '#lint/lint-rules-store.server.ts';

const WORST = 12;

type Counts = { open: number; found: number; serious: number };
type RuleRow = { rule: string; currency: string; amount: number; deals: number };
type WorstRow = Omit<LintOverview['worst'][number], 'rules'> & { lints: string[] };

/** What is wrong with the open deals that the actor may see, as last judged: five statements, whatever there is. */
export async function lintOverview(
  db: ReadTx,
  actor: Actor,
  { rule, ...filters }: LintFilters,
  today: Day,
): Promise<LintOverview> {
  const within = openDeals(actor, filters);
  const chosen = rule ? sql<boolean>`${within} and d.lints @> array[${rule}]` : within;
  const [rules, counts, byRule, owners, worst] = await Promise.all([
    lintRulesOf(db, actor.tenantId),
    countDeals(db, actor, within, today),
    sql<RuleRow>`select r.rule, d.currency, coalesce(sum(d.amount), 0)::bigint as amount, count(*)::int as deals
      from deals d cross join lateral unnest(d.lints) as r (rule) where ${within} group by r.rule, d.currency
      order by deals desc`.execute(db),
    sql<LintOverview['owners'][number]>`
      select d.owner_id as id, max(u.name) as name, count(*)::int as open,
        count(*) filter (where d.lints <> '{}')::int as found, count(*) filter (where d.lint_serious > 0)::int as serious
      from deals d left join users u on u.tenant_id = d.tenant_id and u.id = d.owner_id where ${chosen}
      group by d.owner_id order by serious desc, found desc, name limit 50`.execute(db),
    sql<WorstRow>`
      select d.id, d.name, a.name as "accountName", u.name as "ownerName", d.amount, d.currency, d.close_on as "closeOn",
        d.lints
      from deals d left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
        left join users u on u.tenant_id = d.tenant_id and u.id = d.owner_id
      where ${chosen} and d.lints <> '{}'
      order by d.lint_serious desc, cardinality(d.lints) desc, d.amount desc nulls last, d.id limit ${WORST}`.execute(
      db,
    ),
  ]);
  const byId = new Map(rules.rules.map((one) => [one.id, one]));
  return {
    ...counts,
    rules: rules.rules.map((one) => ({ ...wordsOf(one), ...totals(byRule.rows.filter((row) => row.rule === one.id)) })),
    owners: owners.rows,
    worst: worst.rows.map(({ lints, ...deal }) => ({
      ...deal,
      rules: lints.flatMap((id) => {
        const known = byId.get(id);
        return known ? [wordsOf(known)] : [];
      }),
    })),
  };
}

function openDeals(actor: Actor, { ownerId, teamId, playbookId }: Omit<LintFilters, 'rule'>): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`d.tenant_id = ${actor.tenantId}::uuid and d.state = 'open' and ${visibleTo(actor, 'd')}`,
    ownerId && sql<boolean>`d.owner_id = ${ownerId}::uuid`,
    teamId && sql<boolean>`d.team_id = ${teamId}::uuid`,
    playbookId && sql<boolean>`d.playbook_id = ${playbookId}`,
  ].filter((part) => part !== undefined && part !== '');
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

async function countDeals(db: ReadTx, actor: Actor, within: RawBuilder<boolean>, today: Day) {
  const { rows } = await sql<Counts & { waivers: number }>`
    select count(*)::int as open, count(*) filter (where d.lints <> '{}')::int as found,
      count(*) filter (where d.lint_serious > 0)::int as serious,
      coalesce(sum(w.running), 0)::int as waivers
    from deals d left join (
      select deal_id, count(*) as running from lint_waivers
      where tenant_id = ${actor.tenantId}::uuid and ended_at is null and until_on >= ${today}::date group by deal_id
    ) w on w.deal_id = d.id
    where ${within}`.execute(db);
  return rows[0]!;
}

function wordsOf({ id, name, severity }: AppliedRule) {
  return { rule: id, name, severity };
}

function totals(rows: readonly RuleRow[]) {
  return {
    deals: rows.reduce((sum, { deals }) => sum + deals, 0),
    amounts: rows.map(({ currency, amount, deals }) => ({ currency, amount, deals })),
  };
}
