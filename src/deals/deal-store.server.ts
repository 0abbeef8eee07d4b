import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { newId } from '#platform/id.server.ts';
import { found } from '#platform/http/refused.server.ts';
import type { KeptLints } from '#lint/kept-lints.ts';
import type { Deal, DealLine } from '#deals/deal.ts';
import { beginDealStates, isCounted, keepDealStates, type BegunDeal } from '#deals/deal-states-store.server.ts';

/** Deal field → column. What is kept as JSON is marked. */
const columns = {
  id: 'id',
  name: 'name',
  accountId: 'account_id',
  amount: 'amount',
  currency: 'currency',
  closeOn: 'close_on',
  origin: 'origin',
  class: 'class',
  grade: 'grade',
  state: 'state',
  playbookId: 'playbook_id',
  playbookVersion: 'playbook_version',
  stageId: 'stage_id',
  stageSince: 'stage_since',
  reason: 'reason',
  reasonNote: 'reason_note',
  winner: 'winner',
  priceGap: 'price_gap',
  revisitOn: 'revisit_on',
  closedOn: 'closed_on',
  finishedOn: 'finished_on',
  facts: 'facts',
  acceptances: 'acceptances',
  overrides: 'overrides',
  formerMethods: 'former_methods',
  ownerId: 'owner_id',
  teamId: 'team_id',
  memberIds: 'member_ids',
  tags: 'tags',
  custom: 'custom',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies { [K in keyof Deal]: string };

const json = new Set<string>(['facts', 'acceptances', 'overrides', 'formerMethods', 'custom']);

/** As text: put together once, not at every command. */
const dealColumns = sql.raw(
  Object.entries(columns)
    .map(([field, column]) => `d.${column} as "${field}"`)
    .join(', '),
);

export type LoadedDeal = {
  deal: Deal;
  accountName: string | null;
  accountIndustry: string | null;
  ownerName: string | null;
  productLines: number;
};

/** The deal, if the actor may see it; else the one answer for missing and invisible. */
export async function loadDeal(
  db: ReadTx,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<LoadedDeal> {
  const { rows } = await sql<DealRow>`
    ${wholeDeals} where d.tenant_id = ${actor.tenantId} and d.id = ${id} and ${visibleTo(actor, 'd')}
    ${lock ? sql`for no key update of d` : sql``}`.execute(db);
  return loadedFrom(found(rows[0]));
}

/** Many at once, in no order. Visibility is the caller's. */
export async function loadDeals(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<LoadedDeal[]> {
  const { rows } = await sql<DealRow>`
    ${wholeDeals} where d.tenant_id = ${tenantId} and d.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(loadedFrom);
}

type DealRow = Deal & Omit<LoadedDeal, 'deal'>;

const wholeDeals = sql`
  select ${dealColumns}, a.name as "accountName", a.industry as "accountIndustry", u.name as "ownerName",
    (select count(distinct p.line) from deal_lines l
     join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
     where l.tenant_id = d.tenant_id and l.deal_id = d.id)::int as "productLines"
  from deals d
  left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
  left join users u on u.tenant_id = d.tenant_id and u.id = d.owner_id`;

function loadedFrom({ accountName, accountIndustry, ownerName, productLines, ...deal }: DealRow): LoadedDeal {
  return { deal, accountName, accountIndustry, ownerName, productLines };
}

export async function insertDeal(tx: Tx, tenantId: string, deal: Deal, accountName: string | null): Promise<void> {
  await insertDeals(tx, tenantId, [{ deal, accountName }]);
}

/** Many at once, for imports and sample data: one statement. */
export async function insertDeals(
  tx: Tx,
  tenantId: string,
  deals: readonly (BegunDeal & {
    accountName: string | null;
    gateMet?: number;
    gateTotal?: number;
  } & Partial<KeptLints>)[],
): Promise<void> {
  const rows = deals.map(
    ({ deal, accountName, importId, gateMet = 0, gateTotal = 0, lints = [], lintSerious = 0 }) => ({
      tenant_id: tenantId,
      ...toColumns(deal),
      grams: gramsOf([deal.name, accountName]),
      import_id: importId ?? null,
      gate_met: gateMet,
      gate_total: gateTotal,
      lints,
      lint_serious: lintSerious,
    }),
  );
  await insertRows(tx, 'deals', rows);
  await beginDealStates(tx, tenantId, deals);
}

/** Saves what a decision changed, counting the version up; someone else's save in between is refused. */
export async function saveDeal(
  tx: Tx,
  tenantId: string,
  before: Pick<Deal, 'id' | 'version'>,
  patch: Partial<Deal> & Pick<Deal, 'updatedAt'>,
  more: { grams?: string[]; gateMet?: number; gateTotal?: number } & Partial<KeptLints> = {},
): Promise<void> {
  const values = {
    ...toColumns(patch),
    ...(more.grams && { grams: more.grams }),
    gate_met: more.gateMet,
    gate_total: more.gateTotal,
    lints: more.lints,
    lint_serious: more.lintSerious,
  };
  await Promise.all([
    saved(tx, 'deals', { tenantId, id: before.id, version: before.version }, values, ['version']),
    isCounted(patch) && keepDealStates(tx, tenantId, [before.id], patch.updatedAt),
  ]);
}

function toColumns(patch: Partial<Deal>): { [column: string]: unknown } {
  const named = Object.entries(patch)
    .filter(([field, value]) => value !== undefined && field in columns)
    .map(([field, value]) => [columns[field as keyof Deal], json.has(field) ? JSON.stringify(value) : value]);
  return Object.fromEntries(named) as { [column: string]: unknown };
}

type KeptLine = DealLine & { id: string };

/** Lines as they are kept and as events tell them. */
export function keptLines(lines: readonly DealLine[]): KeptLine[] {
  return lines.map((line) => ({ id: newId(), ...line }));
}

export async function replaceLines(
  tx: Tx,
  tenantId: string,
  dealId: string,
  lines: readonly KeptLine[],
): Promise<void> {
  await tx.deleteFrom('deal_lines').where('tenant_id', '=', tenantId).where('deal_id', '=', dealId).execute();
  if (lines.length === 0) return;
  const rows = lines.map(({ id, productId, quantity, unitPrice }, position) => ({
    tenant_id: tenantId,
    deal_id: dealId,
    id,
    product_id: productId,
    quantity: String(quantity),
    unit_price: unitPrice,
    amount: Math.round(quantity * unitPrice),
    position,
  }));
  await tx.insertInto('deal_lines').values(rows).execute();
}

export async function linesOf(db: ReadTx, tenantId: string, dealId: string) {
  const rows = await db
    .selectFrom('deal_lines as l')
    .innerJoin('products as p', (on) => on.onRef('p.tenant_id', '=', 'l.tenant_id').onRef('p.id', '=', 'l.product_id'))
    .select(['l.id', 'l.product_id', 'l.quantity', 'l.unit_price', 'l.amount', 'p.name', 'p.line'])
    .where('l.tenant_id', '=', tenantId)
    .where('l.deal_id', '=', dealId)
    .orderBy('l.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    productId: row.product_id,
    productName: row.name,
    productLine: row.line,
    quantity: Number(row.quantity),
    unitPrice: row.unit_price,
    amount: row.amount,
  }));
}
