import { sql } from 'kysely';
import { fold } from '#shared/text.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { newId } from '#platform/id.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { Product } from '#products/product.ts';
import { productsContract, type ProductFilters } from '#products/products.contract.ts';

const columns = ['id', 'name', 'code', 'line', 'unit', 'price', 'currency', 'active', 'version'] as const;

export const productHandlers = serve(productsContract, {
  list: ({ actor, db }, { sort, after, limit, order, ...filters }) =>
    listProducts(db, actor.tenantId, filters, sort, { after, limit, order }),

  create: async ({ actor, tx, record }, fields) => {
    await refuseTakenName(tx, actor.tenantId, fields.name, null);
    const product = { ...fields, code: fields.code ?? null, id: newId(), active: true, version: 1 };
    await tx
      .insertInto('products')
      .values({ tenant_id: actor.tenantId, ...product })
      .execute();
    await record({
      type: 'product.created',
      subject: { kind: 'product', id: product.id },
      data: { name: product.name, after: product },
    });
    return product;
  },

  update: async ({ actor, tx, record }, { id, version, ...fields }) => {
    const before = found(await oneProduct(tx, actor.tenantId, id));
    if (fields.name) await refuseTakenName(tx, actor.tenantId, fields.name, id);
    const changed = changes(before, fields);
    if (!changed) return before;
    const after = await saved(tx, 'products', { tenantId: actor.tenantId, id, version }, fields, columns);
    await record({ type: 'product.changed', subject: { kind: 'product', id }, data: { name: after.name, ...changed } });
    return after;
  },
});

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

/** One page of the catalogue; the list and its export. */
export async function listProducts(
  db: ReadTx,
  tenantId: string,
  { search, line, inactive }: ProductFilters,
  sort: string,
  at: At,
): Promise<{ rows: Product[]; next: string | null }> {
  let rows = db.selectFrom('products').select(columns).where('tenant_id', '=', tenantId);
  if (search) rows = rows.where(sql<boolean>`name ilike ${`%${fold(search)}%`}`);
  if (line) rows = rows.where('line', '=', line);
  if (!inactive) rows = rows.where('active', '=', true);
  return onePage(rows, at, sort === 'price' ? sql.ref('price') : sql.ref('name'), sql.ref('id'));
}

async function oneProduct(db: ReadTx, tenantId: string, id: string) {
  return db
    .selectFrom('products')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function refuseTakenName(tx: Tx, tenantId: string, name: string, exceptId: string | null) {
  const taken = await tx
    .selectFrom('products')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .where(sql<boolean>`id is distinct from ${exceptId}::uuid`)
    .executeTakeFirst();
  if (taken) throw new Refused(refuse('product.nameTaken', { name }));
}
