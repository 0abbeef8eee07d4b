import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import type { RecordedFact, RecordedRow } from '#information/information.ts';
import type { RowOf } from '#information/information-row.ts';

type Subject = { kind: string; id: string };
type Row = Omit<RecordedFact, 'source' | 'value'> & {
  rowId: string | null;
  value: unknown;
  sourceKind: RecordedFact['source']['kind'];
  contactId: string | null;
  contactName: string | null;
  note: string | null;
};
export type Recorded = RecordedFact | RecordedRow;

/** Whose records they are. @param table the alias of the information */
export function recordsOf({ kind, id }: Subject, table = 'i'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${table}.${kind === 'deal' ? 'deal_id' : 'account_id'}`)} = ${id}::uuid`;
}

/** What is known now: the newest record of each fact and row, with how many there are of it. */
export async function currentRecords(db: ReadTx, actor: Actor, subject: Subject): Promise<Recorded[]> {
  const { rows } = await sql<Row>`
    ${recorded(actor, subject)} where nth = 1 and i.state <> 'cleared' order by i.item, i.id`.execute(db);
  return rows.map(typed);
}

/** Every record of one fact or row, the newest first. */
export async function historyOf(
  db: ReadTx,
  actor: Actor,
  subject: Subject,
  { item, rowId }: { item: string; rowId?: string | undefined },
): Promise<Recorded[]> {
  const { rows } = await sql<Row>`
    ${recorded(actor, subject)} where i.item = ${item} and i.row_id is not distinct from ${rowId ?? null}::uuid
    order by i.recorded_at desc, i.id desc limit 200`.execute(db);
  return rows.map(typed);
}

function recorded(actor: Actor, subject: Subject) {
  return sql`
    select i.id, i.item, i.row_id as "rowId", i.version, i.state, i.value, i.source_kind as "sourceKind",
      c.id as "contactId", c.name as "contactName", i.source_note as note, i.observed_on as "observedOn", i.strength,
      u.name as "recordedByName", i.recorded_at as "recordedAt"
    from (select i.*, count(*) over (partition by i.item, i.row_id)::int as version,
        row_number() over (partition by i.item, i.row_id order by i.recorded_at desc, i.id desc) as nth
      from information i where i.tenant_id = ${actor.tenantId}::uuid and ${recordsOf(subject)}) i
    join users u on u.tenant_id = i.tenant_id and u.id = i.recorded_by
    left join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id and ${contactVisibleTo(actor, 'c')}`;
}

function typed({ rowId, value, item, sourceKind, contactId, contactName, note, ...row }: Row): Recorded {
  const told = { ...row, source: { kind: sourceKind, contactId, contactName, note } };
  if (rowId === null) return { ...told, item, value: value as RecordedFact['value'] };
  return { ...told, rowId, content: { list: item, row: value } as RowOf };
}

export const isRow = (one: Recorded): one is RecordedRow => 'rowId' in one;
