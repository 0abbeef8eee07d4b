import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { wilson } from '#method/lint/loss-lift.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { entryPeriods, type Dimension, type EntryRate, type Slice, type Span } from '#funnel/funnel.ts';
import { belongs, isLive, reachable, standsNow, type Asked } from '#funnel/funnel-where.server.ts';
import { tally, type Part } from '#funnel/tally.ts';

/** Of the row that stands now: won or lost on a day of the span. */
export function endedWithin({ from, to }: Span): RawBuilder<boolean> {
  return sql<boolean>`(s.state in ('won', 'lost') and s.closed_on between ${from}::date and ${to}::date)`;
}

/** How deals ended within the span, by where the buyer stood when we came in. */
export async function entryRates(
  db: ReadTx,
  actor: Actor,
  asked: Asked & Span,
  compiled: CompiledPlaybook,
): Promise<EntryRate[]> {
  const { rows } = await sql<{ entry: string | null; state: 'won' | 'lost'; count: number }>`
    select s.buyer_entry as entry, s.state, count(*)::int as count from deal_states s
    where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow} and ${endedWithin(asked)}
    group by s.buyer_entry, s.state`.execute(db);
  return entryPeriods.map((period) => {
    const of = (state: 'won' | 'lost') =>
      rows
        .filter((row) => row.state === state && periodOf(compiled, row.entry) === period)
        .reduce((sum, { count }) => sum + count, 0);
    const [won, lost] = [of('won'), of('lost')];
    if (won + lost === 0) return { period, won, lost, interval: null };
    const { low, high } = wilson(won, won + lost);
    return { period, won, lost, interval: { low, high } };
  });
}

function periodOf({ playbook }: CompiledPlaybook, entry: string | null): EntryRate['period'] {
  return playbook.buyerStages.find(({ id }) => id === entry)?.period ?? 'unknown';
}

/** The buyer's steps of a period; those of no period are nobody's. */
export function stepsOf({ playbook }: CompiledPlaybook, period: EntryRate['period']): string[] {
  return playbook.buyerStages.filter((step) => step.period === period).map(({ id }) => id);
}

type Cut = {
  /** The value, as text. */
  key: RawBuilder<unknown>;
  joins?: RawBuilder<unknown>;
  name?: RawBuilder<unknown>;
  amount?: RawBuilder<unknown>;
};

const account = sql`join deals d on d.tenant_id = s.tenant_id and d.id = s.deal_id
  left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id`;

/** Of a deal with several products each has its own lines' amount; a deal without lines stands under nobody has said. */
const linesBy = (column: 'id' | 'line') => sql`
  left join lateral (
    select ${sql.ref(`p.${column}`)}::text as key, min(p.name) as name, sum(l.amount)::bigint as amount
    from deal_lines l join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where l.tenant_id = s.tenant_id and l.deal_id = s.deal_id group by ${sql.ref(`p.${column}`)}) line on true`;
const lineAmount = sql`case when line.key is null then s.amount when s.amount is not null then line.amount end`;

export const cuts: { readonly [dimension in Dimension]: Cut } = {
  owner: {
    key: sql`s.owner_id::text`,
    name: sql`u.name`,
    joins: sql`left join users u on u.tenant_id = s.tenant_id and u.id = s.owner_id`,
  },
  team: {
    key: sql`s.team_id::text`,
    name: sql`t.name`,
    joins: sql`left join teams t on t.tenant_id = s.tenant_id and t.id = s.team_id`,
  },
  productLine: { key: sql`line.key`, joins: linesBy('line'), amount: lineAmount },
  product: { key: sql`line.key`, name: sql`line.name`, joins: linesBy('id'), amount: lineAmount },
  region: { key: sql`a.province`, joins: account },
  origin: { key: sql`s.origin` },
  grade: { key: sql`s.grade` },
  month: { key: sql`to_char(s.closed_on, 'YYYY-MM')` },
};

type Row = Part & { key: string | null; name: string | null; kind: 'standing' | 'won' | 'lost' };

/** What stands now, and what was won and lost within the span, by one dimension. Months are those of the closing days. */
export async function slicesBy(db: ReadTx, actor: Actor, asked: Asked & Span, by: Dimension): Promise<Slice[]> {
  const { key, joins = sql``, name = key, amount = sql`s.amount` } = cuts[by];
  const ended = endedWithin(asked);
  const { rows } = await sql<Row>`
    select key, min(name) as name, kind, currency, count(*)::int as count,
      count(*) filter (where amount is null)::int as unknown, sum(amount)::bigint as amount
    from (
      select ${key} as key, ${name} as name, s.currency, ${amount} as amount,
        unnest(array_remove(array[case when ${isLive} then 'standing' end, case when ${ended} then s.state end], null)) as kind
      from deal_states s ${joins}
      where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow} and (${isLive} or ${ended})) cut
    ${by === 'month' ? sql`where kind <> 'standing'` : sql``}
    group by key, kind, currency`.execute(db);
  const keys = [...new Set(rows.map((row) => row.key))];
  const slices = keys.map((one) => {
    const own = rows.filter((row) => row.key === one);
    const of = (kind: Row['kind']) => tally(own.filter((row) => row.kind === kind));
    return { key: one, name: own[0]!.name, standing: of('standing'), won: of('won'), lost: of('lost') };
  });
  return slices.toSorted(by === 'month' ? byMonth : bySize);
}

const byMonth = (one: Slice, other: Slice) => ((one.key ?? '') < (other.key ?? '') ? -1 : 1);
/** What nobody has said comes last. */
const bySize = (one: Slice, other: Slice) =>
  Number(one.key === null) - Number(other.key === null) ||
  weight(other) - weight(one) ||
  ((one.name ?? '') < (other.name ?? '') ? -1 : 1);
const weight = ({ standing, won, lost }: Slice) => standing.count + won.count + lost.count;
