import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Day } from '#shared/day.ts';
import type { PastSlice, PipelineFilters } from '#funnel/pipeline.ts';
import { belongs, endOf, reachable } from '#funnel/funnel-where.server.ts';
import { tally, type Part } from '#funnel/tally.ts';

/** Of a row of deal_states: it stood at the end of the day. */
export function stoodOn(day: Day, actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(s.since < ${endOf(day, actor)} and s.until >= ${endOf(day, actor)})`;
}

/** Of a row: it was to be signed within the days asked for. */
export function closesWithin({ closeFrom, closeTo }: PipelineFilters, table = 's'): RawBuilder<boolean> {
  const on = sql.ref(`${table}.close_on`);
  const parts = [closeFrom && sql`${on} >= ${closeFrom}::date`, closeTo && sql`${on} <= ${closeTo}::date`].filter(
    (part) => part !== undefined && part !== '',
  );
  return parts.length > 0 ? sql<boolean>`coalesce(${sql.join(parts, sql` and `)}, false)` : sql<boolean>`true`;
}

/** Of a row: in the pipeline. */
export function isIn(actor: Actor, asked: PipelineFilters): RawBuilder<boolean> {
  return sql<boolean>`(s.state = 'open' and ${belongs(actor, asked)} and ${closesWithin(asked)})`;
}

type Row = Part & { place: number; key: string | null; name: string | null; playbookId: string | null };

/** The open deals as they stood at the end of a day, by stage, owner and team. One statement. */
export async function pipelineOn(
  db: ReadTx,
  actor: Actor,
  { on, ...asked }: PipelineFilters & { on: Day },
): Promise<{ total: PastSlice['standing']; stages: PastSlice[]; owners: PastSlice[]; teams: PastSlice[] }> {
  const { rows } = await sql<Row>`
    with stood as (
      select grouping(s.playbook_id, s.owner_id, s.team_id) as place, s.currency, s.playbook_id, s.stage_id, s.owner_id,
        s.team_id, count(*)::int as count, count(*) filter (where s.amount is null)::int as unknown,
        sum(s.amount)::bigint as amount
      from deal_states s where ${reachable(actor, asked)} and ${stoodOn(on, actor)} and ${isIn(actor, asked)}
      group by grouping sets ((s.currency), (s.currency, s.playbook_id, s.stage_id), (s.currency, s.owner_id),
        (s.currency, s.team_id)))
    select stood.place, stood.currency, stood.count, stood.unknown, stood.amount, stood.playbook_id as "playbookId",
      coalesce(stood.stage_id, stood.owner_id::text, stood.team_id::text) as key, coalesce(u.name, t.name) as name
    from stood
    left join users u on u.tenant_id = ${actor.tenantId}::uuid and u.id = stood.owner_id
    left join teams t on t.tenant_id = ${actor.tenantId}::uuid and t.id = stood.team_id`.execute(db);
  const at = (place: number) => rows.filter((row) => row.place === place);
  const slices = (place: number): PastSlice[] => {
    const own = at(place);
    const keys = [...new Set(own.map(({ playbookId, key }) => JSON.stringify([playbookId, key])))];
    return keys.map((one) => {
      const mine = own.filter(({ playbookId, key }) => JSON.stringify([playbookId, key]) === one);
      const { playbookId, key, name } = mine[0]!;
      return { playbookId, key, name, standing: tally(mine) };
    });
  };
  // grouping() counts 4 for a missing playbook, 2 for a missing owner, 1 for a missing team.
  return {
    total: tally(at(7)),
    stages: slices(3),
    owners: slices(5).toSorted(bySize),
    teams: slices(6).toSorted(bySize),
  };
}

const bySize = (one: PastSlice, other: PastSlice) =>
  Number(one.key === null) - Number(other.key === null) ||
  other.standing.count - one.standing.count ||
  ((one.name ?? '') < (other.name ?? '') ? -1 : 1);
