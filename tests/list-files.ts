import { accountExport } from '#accounts/account-export.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { dealExport } from '#deals/deal-export.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';
import { contactExport } from '#people/contact-export.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { exportRoutes } from '#platform/import-export/list-export.server.ts';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { productExport } from '#products/product-export.server.ts';
import { productHandlers } from '#products/products.server.ts';

/** A company whose lists go in and out by files. */
export async function opened(): Promise<TestCompany> {
  const lists = [accountExport, contactExport, dealExport, productExport];
  const handlers = {
    accounts: accountHandlers,
    contacts: contactHandlers,
    deals: dealHandlers,
    imports: importHandlers,
    products: productHandlers,
  };
  const made = await openTestCompany(handlers, {
    routes: (app) => {
      importRoutes(app);
      exportRoutes(app, lists);
    },
  });
  await made.database.write(made.tenantId, (tx) => installPlaybooks(tx, made.tenantId, '2026-01-01T00:00:00.000Z'));
  return made;
}

export async function download(list: string, query: string, of: TestCompany, name = 'director'): Promise<Response> {
  const actor = of.actors[name]!;
  of.as(accountsContract, actor);
  return of.app.request(`/api/exports/${list}?${query}`, { headers: { 'x-test-user': actor.userId } });
}

export async function exported(list: string, query: string, of: TestCompany, name = 'director'): Promise<Buffer> {
  const response = await download(list, query, of, name);
  if (!response.ok) throw new Error(await response.text());
  return Buffer.from(await response.arrayBuffer());
}

export async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const source = async function* () {
    yield bytes;
  };
  const { format } = await inspectTable(source);
  const rows: string[][] = [];
  for await (const batch of tableRows(source, format)) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

/** Brings files in as somebody of a company. */
export const by = (of: TestCompany, name = 'director') => importer(of, of.actors[name]!);
