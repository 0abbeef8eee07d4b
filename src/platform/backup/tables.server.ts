import type pg from 'pg';

export type TableInOrder = { table: string; key: string };

/** Our tables, each after those it refers to; `key` sorts its rows for a stable file. `migrations` is not among them. */
export async function tablesInOrder(client: pg.PoolClient): Promise<TableInOrder[]> {
  const { rows: tables } = await client.query<TableInOrder>(`
    select quote_ident(c.relname) as table,
      (select string_agg(quote_ident(a.attname), ', ' order by k.place)
       from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, place), pg_attribute a
       where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    order by c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select distinct quote_ident(f.relname) as from, quote_ident(t.relname) as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = f.relnamespace
    where k.contype = 'f' and n.nspname = 'public' and k.conrelid <> k.confrelid`);
  const ordered: TableInOrder[] = [];
  const place = (table: TableInOrder) => {
    if (ordered.includes(table)) return;
    for (const { to } of references.filter(({ from }) => from === table.table))
      place(tables.find((t) => t.table === to)!);
    ordered.push(table);
  };
  for (const table of tables) place(table);
  return ordered;
}
