import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, generatedFiles, readCatalogue, schemaSnapshot } from '#platform/database/catalogue.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';

/** Tables that belong to no tenant. Identity tables, prefixed auth_, are the others. */
const withoutTenant = new Set(['tenants', 'migrations']);

let database: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await openTestDatabase();
  catalogue = await readCatalogue(database.system);
});
afterAll(() => database.close());

const ofTenants = () => catalogue.tables.filter(({ table }) => !withoutTenant.has(table) && !table.startsWith('auth_'));

describe('what is generated from the migrations', () => {
  it.runIf(!process.env['TEST_DATABASE_URL'])('is up to date', async () => {
    for (const [path, content] of Object.entries(await generatedFiles(database.system))) {
      const committed = (await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).replaceAll('\r\n', '\n');
      expect(committed, `${path} is behind the migrations: run \`npm run schema\` and commit it`).toBe(content);
    }
  });
});

describe('every table', () => {
  it('has a primary key', () => {
    const without = catalogue.tables.filter(({ constraints }) => !constraints.some(({ kind }) => kind === 'p'));
    expect(names(without), 'give these a primary key: (tenant_id, id)').toEqual([]);
  });

  it('has row-level security', () => {
    const without = catalogue.tables.filter(({ rowSecurity }) => !rowSecurity);
    expect(names(without), 'write ALTER TABLE … ENABLE ROW LEVEL SECURITY in the migration of these').toEqual([]);
  });

  it('has no trigger', () => {
    const withTriggers = catalogue.tables.filter(({ triggers }) => triggers.length > 0);
    expect(names(withTriggers), 'no triggers: the command writes history and counters in its transaction').toEqual([]);
  });

  it('takes its defaults from constants or now()', () => {
    const volatile = catalogue.columns.filter(({ volatileDefault }) => volatileDefault);
    expect(
      volatile.map(({ table, column }) => `${table}.${column}`),
      'no sequences, identity columns or random defaults: ids are UUIDv7 made by the application',
    ).toEqual([]);
  });
});

describe('a table of tenants', () => {
  it('has tenant_id, a uuid that is never null', () => {
    const wrong = ofTenants().filter(
      ({ table }) =>
        !catalogue.columns.some(
          (c) => c.table === table && c.column === 'tenant_id' && c.type === 'uuid' && !c.nullable,
        ),
    );
    expect(names(wrong), 'add tenant_id uuid NOT NULL, or name the table in `withoutTenant` of this test').toEqual([]);
  });

  it('leads its keys, unique constraints and indexes with tenant_id', () => {
    const wrong = ofTenants().flatMap(({ constraints, indexes }) => [
      ...constraints.filter(({ kind, columns }) => 'pfux'.includes(kind) && columns[0] !== 'tenant_id'),
      ...indexes.filter(({ columns }) => columns[0] !== 'tenant_id'),
    ]);
    expect(
      wrong.map(({ name }) => name),
      'put tenant_id first: the schema distributes by tenant',
    ).toEqual([]);
  });

  it('refers to other tables of tenants within the tenant', () => {
    const tenantTables = new Set(names(ofTenants()));
    const foreign = ofTenants().flatMap(({ constraints }) => constraints.filter(({ kind }) => kind === 'f'));
    const wrong = foreign.filter(
      ({ target, targetColumns }) => target !== null && tenantTables.has(target) && targetColumns[0] !== 'tenant_id',
    );
    expect(
      wrong.map(({ name }) => name),
      'write FOREIGN KEY (tenant_id, x_id) REFERENCES x (tenant_id, id)',
    ).toEqual([]);
  });

  it('has one policy that compares tenant_id with app.tenant_id for reading and writing', () => {
    const wrong = ofTenants().filter(({ policies: [policy, ...more] }) => {
      if (!policy || more.length > 0) return true;
      const [using, check] = policy.definition.split('WITH CHECK ');
      // Without WITH CHECK, PostgreSQL holds USING against what is written, too.
      return !policy.definition.includes('FOR ALL') || !compares(using) || (check !== undefined && !compares(check));
    });
    expect(names(wrong), 'copy the policy from the top of migrations/2026-11-22-00-platform.sql').toEqual([]);
  });
});

describe('a view', () => {
  it('gives the rows of the tenant alone, to read only', () => {
    const wrong = catalogue.views.filter(
      ({ definition, asInvoker, grants }) =>
        (!asInvoker && !compares(definition)) || grants.some((grant) => grant !== 'SELECT'),
    );
    expect(
      wrong.map(({ view }) => view),
      'write WHERE tenant_id = … as the policies do, or WITH (security_invoker = true); REVOKE INSERT, UPDATE, DELETE',
    ).toEqual([]);
  });

  it('stands in the snapshot', () => {
    const snapshot = schemaSnapshot(catalogue);
    expect(catalogue.views.map(({ view }) => view)).toContain('sought_deals');
    for (const { view } of catalogue.views) expect(snapshot).toContain(`CREATE VIEW ${view} AS\n`);
  });
});

describe('a table without tenant', () => {
  it('is closed to the tenant role, or read-only for it behind a policy', () => {
    const wrong = catalogue.tables
      .filter((table) => !ofTenants().includes(table))
      .filter(({ grants, policies }) => grants.some((grant) => grant !== 'SELECT' || policies.length === 0));
    expect(names(wrong), 'write REVOKE ALL ON … FROM longmen_tenant in the migration of these').toEqual([]);
  });
});

function names(tables: { table: string }[]): string[] {
  return tables.map(({ table }) => table);
}

function compares(text: string | undefined): boolean {
  return /tenant_id = \(?NULLIF\(current_setting\('app\.tenant_id'::text, true\), ''::text\)\)?::uuid/i.test(
    text ?? '',
  );
}
