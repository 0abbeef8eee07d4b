import type { Instant } from '#shared/day.ts';
import { newId } from '#platform/id.server.ts';
import { withBelieved } from '#chain/believed-people.ts';
import { believedIn } from '#chain/store/chain-maps-store.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { found } from '#platform/http/refused.server.ts';
import type { Deal } from '#deals/deal.ts';
import { dealAsOf, peopleUntil, type DealEvent, type PastDeal } from '#deals/deal-history.ts';
import { linesOf } from '#deals/deal-store.server.ts';
import type { DealPage } from '#deals/deals.contract.ts';

type Past = { deal: Deal; lines: DealPage['lines']; members: DealPage['members']; productLines: number };

/** The deal, its lines and its team as they were; people and products are called as they are called today. */
export async function dealPast(db: ReadTx, tenantId: string, id: string, at: Instant): Promise<Past> {
  const events = await eventsOf(db, tenantId, id);
  const past = found(dealAsOf(events, at));
  // Deals from before creations told of their lines: when nothing changed them since, they are what they are now.
  const untold = past.lines === null && !events.some(({ data }) => data.lines);
  const lines = untold ? await linesOf(db, tenantId, id) : await namedLines(db, tenantId, past.lines ?? []);
  const productLines = new Set(lines.map(({ productLine }) => productLine)).size;
  const until = peopleUntil(events, past.deal, at);
  const believed = await believedIn(db, tenantId, [past.deal], until);
  // Events do not tell what is believed of people: the maps do, as they were.
  const deal = { ...past.deal, facts: withBelieved(past.deal.facts, believed.get(id)) };
  return { deal, lines, members: await namedMembers(db, tenantId, past.members), productLines };
}

/** The deal's own events; its tasks and notes tell theirs under the same subject. */
async function eventsOf(db: ReadTx, tenantId: string, dealId: string): Promise<DealEvent[]> {
  return (await db
    .selectFrom('events')
    .select(['at', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', dealId)
    .where('type', 'like', 'deal.%')
    .orderBy('id')
    .execute()) as DealEvent[];
}

async function namedLines(db: ReadTx, tenantId: string, lines: NonNullable<PastDeal['lines']>) {
  if (lines.length === 0) return [];
  const ids = lines.map(({ productId }) => productId);
  const products = await db
    .selectFrom('products')
    .select(['id', 'name', 'line'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(products.map((product) => [product.id, product]));
  return lines.flatMap(({ id = newId(), productId, quantity, unitPrice, amount: told }) => {
    const product = byId.get(productId);
    if (!product) return [];
    const amount = told ?? Math.round(quantity * unitPrice);
    return [{ id, productId, productName: product.name, productLine: product.line, quantity, unitPrice, amount }];
  });
}

async function namedMembers(db: ReadTx, tenantId: string, members: PastDeal['members']) {
  if (members.length === 0) return [];
  const ids = members.map(({ userId }) => userId);
  const people = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  const roles = new Map(members.map(({ userId, role }) => [userId, role]));
  return people.map(({ id, name }) => ({ userId: id, name, role: roles.get(id)! }));
}
