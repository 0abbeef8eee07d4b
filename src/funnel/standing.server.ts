import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { comparisons, countDefinition } from '#method/rule.ts';
import { funnelColumnOf } from '#method/funnel-column.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { scoreFacts } from '#deals/deal-briefing.ts';
import type { Instant } from '#shared/day.ts';
import type { Part } from '#funnel/tally.ts';
import { belongs, isLive, reachable, standsNow, type Asked } from '#funnel/funnel-where.server.ts';

export type StagePart = Part & { stageId: string; stuck: number; stuckUnknown: number; stuckAmount: number | null };

/** What stands in each stage now, by currency; and of it what stands longer than the company's deals usually do. */
export async function standingNow(db: ReadTx, actor: Actor, asked: Asked, now: Instant): Promise<StagePart[]> {
  const { rows } = await sql<StagePart>`
    select s.stage_id as "stageId", s.currency, count(*)::int as count,
      count(*) filter (where s.amount is null)::int as unknown, sum(s.amount)::bigint as amount,
      count(*) filter (where ${isStuck(now)})::int as stuck,
      count(*) filter (where ${isStuck(now)} and s.amount is null)::int as "stuckUnknown",
      (sum(s.amount) filter (where ${isStuck(now)}))::bigint as "stuckAmount"
    from deal_states s
    left join stage_paces p on p.tenant_id = s.tenant_id and p.playbook_id = s.playbook_id and p.stage_id = s.stage_id
    where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow} and ${isLive}
    group by s.stage_id, s.currency`.execute(db);
  return rows;
}

/** As the workbench says it: open, and longer in the stage than three quarters of the stays. */
export function isStuck(now: Instant) {
  return sql<boolean>`(s.state = 'open' and s.stay_since < ${now}::timestamptz - make_interval(days => p.usual_days))`;
}

/** What is usual, by stage. */
export async function usualDays(db: ReadTx, { tenantId }: Actor, playbookId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('stage_paces')
    .select(['stage_id', 'usual_days'])
    .where('tenant_id', '=', tenantId)
    .where('playbook_id', '=', playbookId)
    .execute();
  return new Map(rows.map((row) => [row.stage_id, row.usual_days]));
}

type Projected = Part & { playbookVersion: number; stageId: string; known: FactSource; dealIds: string[] };
export type Narrowed = { columnId: string; part: Part; dealIds: string[] };

/**
 * What stands in the columns that take part of a stage. Of the deals of such a stage only those facts are read that the
 * columns' conditions name; deals alike in them are judged once.
 */
export async function narrowedColumns(
  db: ReadTx,
  actor: Actor,
  asked: Asked & { playbookId: string },
  { playbook }: CompiledPlaybook,
  { withIds = false } = {},
): Promise<Narrowed[]> {
  const narrowed = playbook.funnel.filter(({ when, stage }) => when && stage);
  if (narrowed.length === 0) return [];
  const known = knownOf(narrowed.flatMap(({ when }) => comparisons(when!).map(({ fact }) => fact)));
  const { rows } = await sql<Projected>`
    select "playbookVersion", "stageId", currency, known, count(*)::int as count,
      count(*) filter (where amount is null)::int as unknown, sum(amount)::bigint as amount,
      ${withIds ? sql`array_agg(id)` : sql`'{}'::uuid[]`} as "dealIds"
    from (
      select d.id, d.playbook_version as "playbookVersion", s.stage_id as "stageId", s.currency, s.amount, ${known} as known
      from deal_states s join deals d on d.tenant_id = s.tenant_id and d.id = s.deal_id
      where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow} and ${isLive}
        and s.stage_id = any(${[...new Set(narrowed.map(({ stage }) => stage!))]}::text[])) standing
    group by "playbookVersion", "stageId", currency, known`.execute(db);
  const columns: Narrowed[] = [];
  for (const { playbookVersion, stageId, known: facts, dealIds, ...part } of rows) {
    const own = await compiledPlaybook(db, actor.tenantId, asked.playbookId, playbookVersion);
    const column = funnelColumnOf(own, stageId, { ...facts, values: { ...facts.values, ...scoreFacts(facts) } });
    if (column?.when) columns.push({ columnId: column.id, part, dealIds });
  }
  return columns;
}

/** The named facts of a deal, as a FactSource in SQL; the evaluation's come from its ratings. */
function knownOf(named: readonly string[]): RawBuilder<unknown> {
  const lists = new Set(named.flatMap((fact) => countDefinition(fact)?.list ?? []));
  if (named.some((fact) => fact.startsWith('scorecard.'))) lists.add('ratings');
  const single = pairs(
    named.filter((fact) => !countDefinition(fact)),
    (fact) => derived[fact] ?? sql`d.facts -> 'values' -> ${fact}::text`,
  );
  const many = pairs(lists, (list) => sql`d.facts -> 'lists' -> ${list}::text`);
  return sql`jsonb_build_object('values', ${objectOf(single)}, 'lists', ${objectOf(many)})`;
}

const pairs = (keys: Iterable<string>, of: (key: string) => RawBuilder<unknown>) =>
  [...new Set(keys)].flatMap((key) => [sql`${key}::text`, of(key)]);
const objectOf = (parts: readonly RawBuilder<unknown>[]) =>
  sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(parts)}))`;

/** Facts that follow from the deal's own fields (deals/deal-situation.ts). */
const derived: { readonly [fact: string]: RawBuilder<unknown> } = {
  'deal.amount': sql`to_jsonb(d.amount)`,
  'deal.grade': sql`to_jsonb(d.grade)`,
  'deal.productLines': sql`to_jsonb((select count(distinct p.line) from deal_lines l
    join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where l.tenant_id = d.tenant_id and l.deal_id = d.id))`,
};
