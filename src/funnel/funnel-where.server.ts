import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { addDays, type Day } from '#shared/day.ts';
import type { FunnelFilters } from '#funnel/funnel.ts';

export type Asked = FunnelFilters & { playbookId?: string | undefined };

const both = (parts: readonly (RawBuilder<boolean> | undefined | '' | false)[]) => {
  const given = parts.filter((part) => part !== undefined && part !== '' && part !== false);
  return given.length > 0 ? sql<boolean>`(${sql.join(given, sql` and `)})` : sql<boolean>`true`;
};

/** Of the company's deal_states aliased `s`: deals that the actor may see now, of the product line and region asked for. */
export function reachable(actor: Actor, { productLine, region }: FunnelFilters): RawBuilder<boolean> {
  const tenant = sql`${actor.tenantId}::uuid`;
  return both([
    sql<boolean>`s.tenant_id = ${tenant}`,
    actor.scope !== 'all' &&
      sql<boolean>`s.deal_id in (select d.id from deals d where d.tenant_id = ${tenant} and ${visibleTo(actor, 'd')})`,
    productLine &&
      sql<boolean>`s.deal_id in (select l.deal_id from deal_lines l
        join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
        where l.tenant_id = ${tenant} and p.line = ${productLine})`,
    region &&
      sql<boolean>`s.deal_id in (select d.id from deals d join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
        where d.tenant_id = ${tenant} and a.province = ${region})`,
  ]);
}

/** Of a row of deal_states: it was this playbook's, this owner's, this team's or one below, of this grade and origin. */
export function belongs(
  { tenantId }: Actor,
  { playbookId, ownerId, teamId, grade, origin }: Asked,
  table = 's',
): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return both([
    playbookId && sql<boolean>`${of('playbook_id')} = ${playbookId}`,
    ownerId && sql<boolean>`${of('owner_id')} = ${ownerId}::uuid`,
    teamId &&
      sql<boolean>`${of('team_id')} in (select t.id from teams t where t.tenant_id = ${tenantId}::uuid and t.path @> array[${teamId}::uuid])`,
    grade && sql<boolean>`${of('grade')} = ${grade}`,
    origin && sql<boolean>`${of('origin')} = ${origin}`,
  ]);
}

/** What the product calls the row that stands now. */
export const standsNow = sql<boolean>`s.until = 'infinity'`;
/** Somebody works on it: open, or won with stages still to go. */
export const isLive = sql<boolean>`(s.state = 'open' or (s.state = 'won' and not s.finished))`;

/** The first instant after a calendar day at the actor's desk. */
export function endOf(day: Day, { timeZone }: Actor): RawBuilder<string> {
  return sql<string>`(${addDays(day, 1)}::timestamp at time zone ${timeZone})`;
}

export function startOf(day: Day, { timeZone }: Actor): RawBuilder<string> {
  return sql<string>`(${day}::timestamp at time zone ${timeZone})`;
}
