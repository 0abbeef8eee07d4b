import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { planEach } from '#platform/database/plans.server.ts';
import type { Day } from '#shared/day.ts';
import { bridgeOf, type Group } from '#funnel/bridge.ts';
import { belongs, endOf, reachable } from '#funnel/funnel-where.server.ts';
import type { Changes, PipelineFilters, StageMove } from '#funnel/pipeline.ts';
import { closesWithin, isIn, stoodOn } from '#funnel/pipeline.server.ts';
import { tally, type Part } from '#funnel/tally.ts';

export type AskedChanges = PipelineFilters & { from: Day; to: Day };

/** Of a row of deal_states: its side (funnel/bridge.ts). */
function sideOf(actor: Actor, asked: PipelineFilters): RawBuilder<string> {
  return sql<string>`case when s.state <> 'open' then s.state when not coalesce(${belongs(actor, asked)}, false) then 'elsewhere'
    when not ${closesWithin(asked)} then 'outside' else 'in' end`;
}

/**
 * Every deal that changed between the ends of two days: as it stood on the first (null where it was not there) and on the
 * second, and whether it was in at some moment between, in its present currency. Each deal's rows are looked at once,
 * together: a join of the two days would be planned badly where a table has no statistics yet.
 */
export function changedDeals(actor: Actor, { from, to, ...asked }: AskedChanges): RawBuilder<unknown> {
  const [start, end] = [endOf(from, actor), endOf(to, actor)];
  const cells = sql`array[${sideOf(actor, asked)}, s.state, s.playbook_id, s.stage_id, s.amount::text, s.currency,
    s.close_on::text, s.owner_id::text]`;
  return sql`
    select deal_id, now[1] as after, now[2] as state, now[3] as playbook_id, now[4] as stage_id, now[5]::bigint as amount,
      now[6] as currency, now[7]::date as close_on, now[8]::uuid as owner_id, coalesce(was[1], 'absent') as before,
      was[2] as state_before, was[3] as playbook_before, was[4] as stage_before, was[5]::bigint as amount_before,
      was[6] as currency_before, was[7]::date as close_before, coalesce(now[6] = any(currencies), false) as was_in
    from (
      select s.deal_id, max(${cells}) filter (where s.since < ${start}) as was,
        max(${cells}) filter (where s.until >= ${end}) as now,
        array_agg(s.currency) filter (where s.since >= ${start} and ${isIn(actor, asked)}) as currencies
      from deal_states s
      where ${reachable(actor, asked)} and s.since < s.until and (s.since >= ${start} and s.since < ${end}
        or s.since < ${start} and s.until >= ${start} and s.until < ${end})
      group by s.deal_id) rows`;
}

type GroupRow = Omit<Group, 'grew' | 'shrank'> & {
  grewCount: number;
  grewAmount: number;
  shrankCount: number;
  shrankAmount: number;
  /** Of those in on both days: of how many nobody knows the amount; where they stood and stand, the way their close day went. */
  unknown: number;
  playbookId: string | null;
  from: string | null;
  to: string | null;
  delay: -1 | 0 | 1 | null;
};

const onBoth = (value: RawBuilder<unknown>) =>
  sql`case when before = 'in' and after = 'in' and playbook_before = playbook_id then ${value} end`;

/** The way from the pipeline of one day to that of another, for each currency; and the moves along the stages. */
export async function changesBetween(db: ReadTx, actor: Actor, asked: AskedChanges): Promise<Changes> {
  const same = sql`before = 'in' and currency_before = currency`;
  const gain = sql`coalesce(amount, 0) - coalesce(amount_before, 0)`;
  const part = (where: RawBuilder<unknown>, name: string) => sql`
    count(*) filter (where ${same} and ${where})::int as ${sql.ref(`${name}Count`)},
    coalesce(sum(${gain}) filter (where ${same} and ${where}), 0)::bigint as ${sql.ref(`${name}Amount`)}`;
  await planEach(db, true);
  const [opening, groups] = await Promise.all([
    sql<{ currency: string; count: number; amount: number }>`
      select s.currency, count(*)::int as count, coalesce(sum(s.amount), 0)::bigint as amount from deal_states s
      where ${reachable(actor, asked)} and ${stoodOn(asked.from, actor)} and ${isIn(actor, asked)}
      group by s.currency`.execute(db),
    sql<GroupRow>`
      select before, after, currency_before as "currencyBefore", currency, was_in as between, count(*)::int as count,
        coalesce(sum(amount_before), 0)::bigint as "amountBefore", coalesce(sum(amount), 0)::bigint as amount,
        count(*) filter (where amount is null)::int as unknown,
        ${part(sql`${gain} > 0`, 'grew')}, ${part(sql`${gain} < 0`, 'shrank')},
        ${onBoth(sql`playbook_id`)} as "playbookId", ${onBoth(sql`stage_before`)} as from, ${onBoth(sql`stage_id`)} as to,
        ${onBoth(sql`sign(close_on - close_before)::int`)} as delay
      from (${changedDeals(actor, asked)}) changed where before = 'in' or was_in
      group by before, after, currency_before, currency, was_in, ${onBoth(sql`playbook_id`)}, ${onBoth(sql`stage_before`)},
        ${onBoth(sql`stage_id`)}, ${onBoth(sql`sign(close_on - close_before)::int`)}`.execute(db),
  ]);
  const alike = groups.rows.map((row) => ({
    ...row,
    grew: { count: row.grewCount, amount: row.grewAmount },
    shrank: { count: row.shrankCount, amount: row.shrankAmount },
  }));
  const currencies = new Set([
    ...opening.rows.map(({ currency }) => currency),
    ...alike.flatMap(({ currency, currencyBefore }) => [
      currency,
      ...(currencyBefore === null ? [] : [currencyBefore]),
    ]),
  ]);
  const bridges = [...currencies].map((currency) => {
    const { count, amount } = opening.rows.find((row) => row.currency === currency) ?? { count: 0, amount: 0 };
    return bridgeOf(currency, { count, amount }, alike);
  });
  return {
    bridges: bridges
      .filter(({ opening: { count }, bars }) => count > 0 || bars.some((bar) => bar.count > 0))
      .toSorted((one, other) => other.opening.count + other.closing.count - one.opening.count - one.closing.count),
    moves: stageMoves(groups.rows),
    postponed: tally(groups.rows.filter(({ delay }) => delay === 1)),
    broughtForward: tally(groups.rows.filter(({ delay }) => delay === -1)),
  };
}

function stageMoves(rows: readonly GroupRow[]): StageMove[] {
  const moves = new Map<string, { move: Omit<StageMove, 'deals'>; parts: Part[] }>();
  for (const row of rows) {
    const { playbookId, from, to } = row;
    if (playbookId === null || from === null || to === null || from === to) continue;
    const key = JSON.stringify([playbookId, from, to]);
    const known = moves.get(key) ?? { move: { playbookId, from, to }, parts: [] };
    moves.set(key, { ...known, parts: [...known.parts, row] });
  }
  return [...moves.values()].map(({ move, parts }) => ({ ...move, deals: tally(parts) }));
}
