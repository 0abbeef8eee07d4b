/** A column as the catalogue describes it. */
export type ColumnFact = {
  table: string;
  column: string;
  /** `pg_type.typname`; arrays begin with an underscore. */
  type: string;
  nullable: boolean;
  /** Has a default, so an insert may leave it out. */
  defaulted: boolean;
  /** Computed by the database, so nobody may write it. */
  generated: boolean;
};

const types: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  uuid: 'string',
  date: 'string',
  timestamptz: 'string',
  bytea: 'Buffer',
};

// What goes in as JSON must be text already: pg would write a JavaScript array as a PostgreSQL array.
const json = new Set(['json', 'jsonb']);

function typeOf(type: string, where: string): string {
  const found = types[type];
  if (found === undefined)
    throw new Error(`${where} is of type ${type}: add it to row-types.ts and type-parsers.server.ts`);
  return found;
}

export function columnType({ table, column, type, nullable, defaulted, generated }: ColumnFact): string {
  const where = `${table}.${column}`;
  const orNull = nullable ? ' | null' : '';
  if (json.has(type))
    return `ColumnType<unknown, string${orNull}${defaulted || nullable ? ' | undefined' : ''}, string${orNull}>`;
  const plain = (type.startsWith('_') ? `${typeOf(type.slice(1), where)}[]` : typeOf(type, where)) + orNull;
  if (generated) return `GeneratedAlways<${plain}>`;
  return defaulted ? `Generated<${plain}>` : plain;
}

const rowName = (table: string): string =>
  `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Row`;

/** The Kysely row types of all tables, as TypeScript source. Columns must come sorted by table and position. */
export function rowTypes(columns: ColumnFact[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const rows = [...tables].map(([table, facts]) => {
    const fields = facts.map((fact) => `  ${fact.column}: ${columnType(fact)};`).join('\n');
    return `export type ${rowName(table)} = {\n${fields}\n};\n`;
  });
  const body = rows.join('\n');
  const imports = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  const index = [...tables.keys()].map((table) => `  ${table}: ${rowName(table)};`).join('\n');
  return `// Written by \`npm run schema\` from the migrations. Do not edit.
${imports.length > 0 ? `import type { ${imports.join(', ')} } from 'kysely';\n` : ''}
${body}
/** Every table of schema public by name. */
export type Rows = {\n${index}\n};
`;
}
