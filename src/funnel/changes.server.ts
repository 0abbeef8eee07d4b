import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
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
 * second, and whether it was in at some moment between, in its present currency.
 */
export function changedDeals(actor: Actor, { from, to, ...asked }: AskedChanges): RawBuilder<unknown> {
  const [start, end] = [endOf(from, actor), endOf(to, actor)];
  const columns = sql`s.deal_id, ${sideOf(actor, asked)} as side, s.state, s.playbook_id, s.stage_id, s.amount, s.currency,
    s.close_on, s.owner_id`;
  return sql`
    select now.deal_id, now.side as after, now.state, now.playbook_id, now.stage_id, now.amount, now.currency, now.close_on,
      now.owner_id, coalesce(was.side, 'absent') as before, was.state as state_before, was.playbook_id as playbook_before,
      was.stage_id as stage_before, was.amount as amount_before, was.currency as currency_before,
      was.close_on as close_before,
      -- Where it stood in on neither day, or told in another currency, the days between say whether it passed through.
      now.side = 'in' or coalesce(was.side = 'in' and was.currency = now.currency, false)
        or exists (select from deal_states s where s.tenant_id = ${actor.tenantId}::uuid and s.deal_id = now.deal_id
          and s.since >= ${start} and s.since < ${end} and s.currency = now.currency and ${isIn(actor, asked)}) as was_in
    from (select ${columns} from deal_states s
      where ${reachable(actor, asked)} and s.since >= ${start} and s.since < ${end} and s.until >= ${end}) now
    left join (select ${columns} from deal_states s
      where s.tenant_id = ${actor.tenantId}::uuid and s.until >= ${start} and s.until < ${end} and s.since < ${start}) was
      on was.deal_id = now.deal_id`;
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

/** The way from the pipeline of one day to that of another, for each currency; and the moves along the stages. */
export async function changesBetween(db: ReadTx, actor: Actor, asked: AskedChanges): Promise<Changes> {
  const same = sql`before = 'in' and currency_before = currency`;
  const gain = sql`coalesce(amount, 0) - coalesce(amount_before, 0)`;
  const part = (where: RawBuilder<unknown>, name: string) => sql`
    count(*) filter (where ${same} and ${where})::int as ${sql.ref(`${name}Count`)},
    coalesce(sum(${gain}) filter (where ${same} and ${where}), 0)::bigint as ${sql.ref(`${name}Amount`)}`;
  const onBoth = (value: RawBuilder<unknown>) =>
    sql`case when before = 'in' and after = 'in' and playbook_before = playbook_id then ${value} end`;
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
