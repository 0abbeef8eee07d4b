import { sql } from 'kysely';
import type { Strength } from '#method/evidence.ts';
import type { FactValues, StakeholderFact } from '#method/fact-source.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { deriveFacts, type Deriving } from '#deals/derived-facts-store.server.ts';
import { completenessOf, type Completeness, type Known } from '#information/completeness.ts';
import { withInformation } from '#information/decide-information.ts';
import type { AccountField } from '#information/information-fact.ts';
import type { InformationList } from '#information/information-row.ts';
import { peopleOf, type ContactKnown } from '#information/people-known.ts';

type Recorded = { item: string; rowId: string | null; strength: Strength; value: unknown };
type Row = {
  id: string;
  scale: string | null;
  ownership: string | null;
  address: string | null;
  site: string | null;
  records: Recorded[];
  contacts: ContactKnown[];
  stakeholders: Partial<StakeholderFact>[][];
};

/** How complete the information of an account is, and the credit grade that it holds. */
export type Standing = {
  completeness: Completeness;
  creditGrade: NonNullable<FactValues['account.creditGrade']> | null;
  /** Something was recorded: from then on the facts of its deals follow. */
  begun: boolean;
};

/**
 * How complete the information of accounts is, from everything that is known, whoever may see it: a share says nothing of
 * what it is a share of. One statement for all.
 */
export async function standingsOf(
  db: ReadTx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Row & { begun: boolean }>`
    select a.id, a.scale, a.ownership, a.address, a.site,
      exists (select from information i where i.tenant_id = a.tenant_id and i.account_id = a.id) as begun,
      (select coalesce(jsonb_agg(jsonb_build_object('item', r.item, 'rowId', r.row_id, 'strength', r.strength,
          'value', case when r.row_id is null then r.value end)), '[]')
        from (select distinct on (i.item, i.row_id) i.* from information i
          where i.tenant_id = a.tenant_id and i.account_id = a.id
          order by i.item, i.row_id, i.recorded_at desc, i.id desc) r where r.state = 'known') as records,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', c.title,
          'department', c.department, 'reachable', coalesce(c.mobile, c.phone, c.email, c.wechat) is not null)), '[]')
        from contacts c where c.tenant_id = a.tenant_id and c.account_id = a.id and c.merged_into is null) as contacts,
      (select coalesce(jsonb_agg(d.facts -> 'lists' -> 'stakeholders'), '[]') from deals d
        where d.tenant_id = a.tenant_id and d.account_id = a.id
          and jsonb_typeof(d.facts -> 'lists' -> 'stakeholders') = 'array') as stakeholders
    from accounts a
    where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...accountIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}

function standingOf({ begun, records, contacts, stakeholders, ...account }: Row & { begun: boolean }): Standing {
  const people = peopleOf(contacts, stakeholders.flat());
  const known: Known = {
    facts: new Map(records.filter(({ rowId }) => rowId === null).map(({ item, strength }) => [item, strength])),
    rows: rowCounts(records.filter(({ rowId }) => rowId !== null)),
    kept: new Set(
      (['scale', 'ownership', 'address', 'site'] as AccountField[]).filter((field) => account[field as 'scale']),
    ),
  };
  const grade = records.find(({ item }) => item === 'finance.creditGrade')?.value;
  return {
    begun,
    completeness: completenessOf(known, people),
    creditGrade: (grade as Standing['creditGrade']) ?? null,
  };
}

export function rowCounts(rows: readonly { item: string }[]): Known['rows'] {
  const counts: { [list in InformationList]?: number } = {};
  for (const { item } of rows) counts[item as InformationList] = (counts[item as InformationList] ?? 0) + 1;
  return counts;
}

/**
 * Whoever changes what completeness looks at — information itself, the account's own fields, its contacts, the people of
 * its deals — calls this in the same transaction: the facts `information.*` of the account's deals follow, once somebody
 * has begun to collect. Nothing begun: one look.
 * @returns whether deals may have been written
 */
export async function deriveInformation(context: Deriving, accountIds: readonly (string | null)[]): Promise<boolean> {
  const asked = [...new Set(accountIds.filter((id) => id !== null))];
  const begun = await begunAmong(context, asked);
  if (begun.length === 0) return false;
  const standings = await standingsOf(context.tx, context.actor.tenantId, begun);
  await deriveFacts(context, begun, (accountId, facts) => {
    const { completeness, creditGrade } = standings.get(accountId)!;
    return { ...facts, values: withInformation(facts.values, completeness, creditGrade) };
  });
  return true;
}

async function begunAmong({ tx, actor }: Deriving, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${[...ids]}::uuid[]) as asked (id)
    where exists (select from information i where i.tenant_id = ${actor.tenantId}::uuid and i.account_id = asked.id)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
