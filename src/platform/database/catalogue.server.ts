import { type Kysely, sql } from 'kysely';
import { type ColumnFact, rowTypes } from './row-types.ts';
import type { Rows } from './rows.generated.ts';

export type TableFact = {
  table: string;
  rowSecurity: boolean;
  /** What longmen_tenant may do with it, sorted: SELECT, INSERT, UPDATE, DELETE. */
  grants: string[];
  policies: { name: string; definition: string }[];
  /** Primary and foreign keys, unique, check and exclusion constraints. */
  constraints: {
    name: string;
    /** p primary, f foreign, u unique, c check, x exclusion (pg_constraint.contype). */
    kind: string;
    definition: string;
    columns: string[];
    /** The table a foreign key leads to, and its columns. */
    target: string | null;
    targetColumns: string[];
  }[];
  /** Indexes that no constraint made. */
  indexes: { name: string; definition: string; columns: string[]; unique: boolean }[];
  triggers: string[];
};

export type ViewFact = {
  view: string;
  /** The query, as the database understood it. */
  definition: string;
  /** Reads as whoever asks, under her policies; else as its owner, whom no policy holds back. */
  asInvoker: boolean;
  grants: string[];
};

export type Catalogue = {
  tables: TableFact[];
  views: ViewFact[];
  columns: (ColumnFact & { definition: string; volatileDefault: boolean })[];
};

const columnNames = (relation: string, numbers: string) =>
  sql`ARRAY(SELECT coalesce(a.attname::text, '(expression)') FROM unnest(${sql.raw(numbers)}) WITH ORDINALITY AS o (n, i)
      LEFT JOIN pg_attribute a ON a.attrelid = ${sql.raw(relation)} AND a.attnum = o.n ORDER BY o.i)`;

const grantsOf = sql`ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
        WHERE has_table_privilege('longmen_tenant', c.oid, p))`;

/** Everything in schema public that our rules speak of, sorted by name. */
export async function readCatalogue(db: Kysely<Rows>): Promise<Catalogue> {
  const { rows: columns } = await sql<Catalogue['columns'][number]>`
    SELECT c.relname AS "table", a.attname AS "column", t.typname AS type, NOT a.attnotnull AS nullable,
      a.atthasdef AS defaulted, a.attgenerated <> '' AS generated,
      concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
        CASE WHEN a.attgenerated <> '' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
             WHEN a.atthasdef THEN 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
        CASE WHEN a.attidentity <> '' THEN 'GENERATED AS IDENTITY' END) AS definition,
      a.attidentity <> '' OR EXISTS (
        SELECT FROM pg_depend p JOIN pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
        WHERE p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
      ) OR coalesce(pg_get_expr(d.adbin, d.adrelid) ~ '(random|uuid[a-z0-9_]*\\(|clock_timestamp|timeofday)', false) AS "volatileDefault"
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    ORDER BY c.relname COLLATE "C", a.attnum
  `.execute(db);
  const { rows: tables } = await sql<TableFact>`
    SELECT c.relname AS "table", c.relrowsecurity AS "rowSecurity",
      ${grantsOf} AS grants,
      (SELECT coalesce(json_agg(json_build_object('name', p.policyname, 'definition',
          concat_ws(' ', p.permissive, 'FOR', p.cmd, 'USING ' || p.qual, 'WITH CHECK ' || p.with_check))
          ORDER BY p.policyname COLLATE "C"), '[]')
        FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'kind', k.contype,
          'definition', pg_get_constraintdef(k.oid), 'columns', ${columnNames('k.conrelid', 'k.conkey')},
          'target', k.confrelid::regclass::text, 'targetColumns', ${columnNames('k.confrelid', 'k.confkey')})
          ORDER BY k.contype <> 'p', k.conname COLLATE "C"), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'f', 'u', 'c', 'x')) AS constraints,
      (SELECT coalesce(json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(i.oid),
          'columns', ${columnNames('x.indrelid', 'x.indkey::int2[]')}, 'unique', x.indisunique)
          ORDER BY i.relname COLLATE "C"), '[]')
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        WHERE x.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.conrelid = c.oid)
      ) AS indexes,
      ARRAY(SELECT g.tgname::text FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal ORDER BY 1) AS triggers
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    ORDER BY c.relname COLLATE "C"
  `.execute(db);
  return { tables, columns, views: await readViews(db) };
}

async function readViews(db: Kysely<Rows>): Promise<ViewFact[]> {
  const { rows } = await sql<ViewFact>`
    SELECT c.relname AS view, pg_get_viewdef(c.oid, true) AS definition,
      coalesce('security_invoker=true' = ANY (c.reloptions), false) AS "asInvoker",
      ${grantsOf} AS grants
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
    ORDER BY c.relname COLLATE "C"
  `.execute(db);
  return rows;
}

/** The committed snapshot, for reading and review; migrations are what is run. */
export function schemaSnapshot({ tables, columns, views }: Catalogue): string {
  const parts = tables.map((table) => {
    const body = [
      ...columns.filter((column) => column.table === table.table).map(({ definition }) => definition),
      ...table.constraints.map(({ name, definition }) => `CONSTRAINT ${name} ${definition}`),
    ];
    return [
      `CREATE TABLE ${table.table} (\n  ${body.join(',\n  ')}\n);`,
      ...table.indexes.map(({ definition }) => `${definition.replace(' ON public.', ' ON ')};`),
      ...(table.rowSecurity ? [`ALTER TABLE ${table.table} ENABLE ROW LEVEL SECURITY;`] : []),
      ...table.policies.map(({ name, definition }) => `CREATE POLICY ${name} ON ${table.table} AS ${definition};`),
      granted(table.table, table.grants),
    ].join('\n');
  });
  for (const { view, definition, asInvoker, grants } of views)
    parts.push(
      `CREATE VIEW ${view}${asInvoker ? ' WITH (security_invoker)' : ''} AS\n${definition}\n${granted(view, grants)}`,
    );
  return `-- Written by \`npm run schema\` from the migrations, to be read and reviewed. Do not edit, do not run.\n\n${parts.join('\n\n')}\n`;
}

function granted(relation: string, grants: readonly string[]): string {
  return grants.length > 0
    ? `GRANT ${grants.join(', ')} ON ${relation} TO longmen_tenant;`
    : '-- not for longmen_tenant';
}

/** The two committed files that follow from the migrations, by their path from the root. */
export async function generatedFiles(db: Kysely<Rows>): Promise<Record<string, string>> {
  const catalogue = await readCatalogue(db);
  return {
    'schema.sql': schemaSnapshot(catalogue),
    'src/platform/database/rows.generated.ts': rowTypes(catalogue.columns),
  };
}
