import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldTexts, neverOfPersons, ownWords } from '#compliance/erasure/held-texts.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('every column that people write into is swept, or is known to hold nothing of persons', async () => {
  const { rows: columns } = await database.pool.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns join information_schema.tables
       using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'auth\\_%'
       and table_name not in ('tenants', 'migrations') and (data_type in ('text', 'jsonb') or udt_name = '_text')`,
  );
  // What an account, a deal, a person is called is compared with the name, not replaced; what is searched by follows it.
  const names = ['accounts', 'contacts', 'deals'].flatMap((t) => [`${t}.name`, `${t}.grams`]);
  const structure = ['accounts.aliases', 'accounts.name_key', 'accounts.credit_code', 'accounts.phone_key']
    .concat(['industry', 'province', 'city', 'scale', 'ownership', 'post_code'].map((c) => `accounts.${c}`))
    .concat(['imports.actor', 'gifts.exceeds', 'deals.reason', 'sales_modes.source', 'chain_tellings.outcome'])
    .concat(['name', 'name_key', 'credit_code', 'province', 'city', 'grams'].map((c) => `partners.${c}`))
    .concat(['name', 'project_key', 'credit_code'].map((c) => `registrations.${c}`))
    .concat(['customer_name', 'customer_key', 'customer_region'].map((c) => `registrations.${c}`));
  const swept = heldTexts.flatMap(({ table, columns: of }) => of.map((column) => `${table}.${column}`));
  const unknown = columns
    .filter(({ t, c }) => !(t in neverOfPersons) && !(ownWords as readonly string[]).includes(c))
    .map(({ t, c }) => `${t}.${c}`)
    .filter((name) => ![...swept, ...names, ...structure].includes(name));
  expect(unknown, 'add these to heldTexts, or say in neverOfPersons why they hold nothing of persons').toEqual([]);
});
