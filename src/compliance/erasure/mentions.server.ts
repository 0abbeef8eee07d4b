import { sql, type RawBuilder } from 'kysely';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { heldTexts, type HeldTexts } from '#compliance/erasure/held-texts.ts';
import type { Person } from '#compliance/erasure/person.server.ts';
import { withoutPerson } from '#compliance/erasure/personal-words.ts';

/** Rows of a table that speak of a person: by her name or numbers, or by her id. */
function speaksOf({ blanking, ids }: Person, text: RawBuilder<unknown>): RawBuilder<boolean> {
  const byId = sql`${text} ~ ${ids.join('|')}`;
  return blanking.pattern ? sql<boolean>`(${byId} or ${text} ~* ${blanking.pattern})` : sql<boolean>`(${byId})`;
}

const texts = (columns: readonly string[]) =>
  sql`concat_ws(' ', ${sql.join(columns.map((column) => sql`${sql.ref(`t.${column}`)}::text`))})`;

const others = ({ ids }: Person, { table }: HeldTexts) =>
  table === 'contacts' ? sql`and t.id <> all(${[...ids]}::uuid[])` : sql``;

/** In how many records others speak of her. */
export async function countMentions(db: ReadTx, tenantId: string, person: Person): Promise<number> {
  const counts = heldTexts.map(
    (held) => sql`(select count(*) from ${sql.table(held.table)} t where t.tenant_id = ${tenantId}::uuid
      ${others(person, held)} and ${speaksOf(person, texts(held.columns))})`,
  );
  const { rows } = await sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`.execute(db);
  return rows[0]!.count;
}

/** Events that tell of her or speak of her. */
export async function eventsAbout(db: ReadTx, tenantId: string, person: Person): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from events t where t.tenant_id = ${tenantId}::uuid
      and (t.subject_id = any(${person.ids}::uuid[]) or ${speaksOf(person, sql`t.data::text`)})`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes her out of every text that is held. @returns how many records spoke of her */
export async function eraseMentions(tx: Tx, tenantId: string, person: Person): Promise<number> {
  let count = 0;
  for (const held of heldTexts) count += await eraseIn(tx, tenantId, person, held);
  return count;
}

type Row = { key: { [column: string]: string | number }; texts: { [column: string]: unknown } };

const object = (names: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql`to_jsonb(${sql.ref(`t.${name}`)})`]))})`;

async function eraseIn(tx: Tx, tenantId: string, person: Person, held: HeldTexts): Promise<number> {
  const { table, key, columns } = held;
  const { rows } = await sql<Row>`
    select ${object(key)} as key, ${object(columns)} as texts from ${sql.table(table)} t
    where t.tenant_id = ${tenantId}::uuid ${others(person, held)} and ${speaksOf(person, texts(columns))}`.execute(tx);
  const changed = rows.flatMap((row) => {
    const left = withoutPerson(row.texts, person.blanking) as Row['texts'];
    return JSON.stringify(left) === JSON.stringify(row.texts) ? [] : [{ ...row.key, ...left }];
  });
  if (changed.length === 0) return 0;
  // Rows of the table's own type: texts, arrays and JSON come out as what they were.
  const sets = columns.map((column) => sql`${sql.ref(column)} = b.${sql.ref(column)}`);
  const same = key.map((column) => sql`t.${sql.ref(column)} = b.${sql.ref(column)}`);
  await sql`update ${sql.table(table)} t set ${sql.join(sets)}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(changed)}::jsonb) b
    where t.tenant_id = ${tenantId}::uuid and ${sql.join(same, sql` and `)}`.execute(tx);
  return changed.length;
}
