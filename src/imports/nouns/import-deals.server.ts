import { DealFields } from '#deals/deal.ts';
import { insertDeals } from '#deals/deal-store.server.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { CustomValues } from '#fields/custom.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { insertEvents, insertRows } from '#platform/database/many-rows.server.ts';
import { newId } from '#platform/id.server.ts';
import { latestPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Day, Instant } from '#shared/day.ts';
import { AccountNames, type NamedAccount } from '#imports/account-names.server.ts';
import { checkedCustom, checkedFields } from '#imports/check-fields.ts';
import { DuplicateJudge, keysOf, toWrite, withChanges, type Candidate } from '#imports/chunk.server.ts';
import { existingRecords, type Existing } from '#imports/duplicates.server.ts';
import { guessStage, type StageCode } from '#imports/guess-stages.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { knownOwners, knownProducts, type NamedProduct } from '#imports/known-names.server.ts';
import { changedDeal } from '#imports/nouns/deal-change.server.ts';
import { dealFrom, type DealAsTold } from '#imports/nouns/deal-draft.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';
import { writeMissing } from '#imports/write-missing.server.ts';
import { nameOutside, updateRecords } from '#imports/write-records.server.ts';

const Fields = DealFields.pick({ amount: true, grade: true, origin: true, tags: true }).partial().extend({
  name: DealFields.shape.name.optional(),
});

export type DealDraft = DealAsTold & {
  account: NamedAccount | undefined;
  product: NamedProduct | undefined;
  quantity: number;
  externalId: string | undefined;
  /** The name stood in the file, rather than being put together from product and account. */
  named: boolean;
};

export async function dealImporter(db: ReadTx, job: ImportJob): Promise<NounImporter> {
  const compiled = await latestPlaybook(db, job.actor.tenantId, job.plan.playbookId);
  const owners = await knownOwners(db, job);
  const products = await knownProducts(db, job);
  const accounts = new AccountNames(job);
  const judge = new DuplicateJudge<DealDraft>(job, (into, { fields, custom, closeOn }) => {
    Object.assign(into.fields, fields);
    Object.assign(into.custom, custom);
    into.closeOn = closeOn ?? into.closeOn;
  });

  function draftOf(row: ReadRow, account: NamedAccount | undefined): Candidate<DealDraft> {
    const fields = checkedFields(row, Fields);
    const custom: CustomValues = checkedCustom(row, job.fields);
    const product = products.find(row, (id, name) => ({ id, name, price: 0 }));
    const owner = owners.find(row, (id, name) => ({ id, name, teamId: job.actor.teamId }));
    const stage = stageOf(row, compiled, job);
    const externalId = row.values['externalId'] as string | undefined;
    if (job.checking) noteGaps(row, stage, job);
    if (stage === 'lost' && fields.amount === 0 && job.plan.zeroIsUnknown) fields.amount = null;
    const told = [product?.name, account?.name].filter(Boolean).join(' · ').slice(0, 200);
    const draft: DealDraft = {
      id: newId(),
      fields: {
        ...fields,
        name: fields.name ?? (told || externalId || '导入的商机'),
      },
      custom,
      accountId: account?.id ?? null,
      owner: owner ?? {
        id: job.actor.userId,
        teamId: job.actor.teamId,
      },
      stage,
      createdOn: row.values['createdOn'] as Day | undefined,
      closeOn: row.values['closeOn'] as Day | undefined,
      note: row.values['note'] as string | undefined,
      winner: row.values['winner'] as string | undefined,
      hasProduct: product !== undefined,
      account,
      product,
      externalId,
      named: fields.name !== undefined,
      quantity: quantityOf(row),
    };
    const named = fields.name && !externalId ? [`deal:${fields.name}\u0000${account?.id ?? ''}`] : [];
    const needs = [account?.id, product?.id, owner?.id].filter((id) => id !== undefined);
    return { row, draft, needs, keys: [...(externalId ? [`externalId:${externalId}`] : []), ...named] };
  }

  return {
    async decide(db, rows) {
      const named = await accounts.find(db, rows, 'account');
      const candidates = rows.map((row) => draftOf(row, named.get(row)));
      const names = candidates.map(({ draft }) => (draft.named && !draft.externalId ? draft.fields.name : undefined));
      const found = await existingRecords(
        db,
        job,
        [{ by: 'name', column: 'name', keys: names }],
        keysOf(candidates, 'externalId'),
      );
      const existing = new Map<string, readonly Existing[]>();
      for (const [key, records] of found) {
        if (!key.startsWith('name:')) existing.set(key, records);
        else
          for (const record of records)
            existing.set(`deal:${record.key}\u0000${(record.columns['account_id'] as string | null) ?? ''}`, [record]);
      }
      return withChanges(judge.judge(candidates, existing), (update) => changedDeal(job, update));
    },
    async write(tx, decided) {
      const { created: drafts, changed, used } = toWrite(decided);
      const created = drafts as DealDraft[];
      const missing = { accounts: accounts.take(used), products: products.take(used), owners: owners.take(used) };
      if (!tx) return;
      await writeMissing(tx, job, missing);
      const moment = { now: job.now, today: job.today, instantOf: (day: Day) => instantOf(day, job.actor.timeZone) };
      const { tenantId } = job.actor;
      const deals = created.map((draft) => ({ draft, ...dealFrom(draft, compiled, job.plan.currency, moment) }));
      await insertDeals(
        tx,
        tenantId,
        deals.map(({ draft, ...dealt }) => ({ ...dealt, accountName: draft.account?.name ?? null, importId: job.id })),
      );
      const lines = created.flatMap((draft) => lineOf(tenantId, draft));
      await insertRows(tx, 'deal_lines', lines);
      const lineByDeal = new Map(lines.map((line) => [line.deal_id, toldLine(line)]));
      await insertEvents(
        tx,
        job.actor,
        job.now,
        deals.map(({ deal }) => ({
          type: 'deal.imported',
          subject: { kind: 'deal', id: deal.id },
          accountId: deal.accountId,
          data: {
            name: deal.name,
            importId: job.id,
            after: deal,
            lines: lineByDeal.has(deal.id) ? [lineByDeal.get(deal.id)] : [],
          },
        })),
      );
      await nameOutside(tx, job, created);
      await updateRecords(tx, job, changed);
    },
    missing: () => ({ accounts: accounts.count, products: products.count, owners: owners.count }),
  };
}

/** The plan's code for it; else a guess from the word. What is neither is a fault. */
function stageOf(row: ReadRow, { playbook }: CompiledPlaybook, job: ImportJob): StageCode | undefined {
  const text = row.values['stage'];
  if (typeof text !== 'string') return undefined;
  if (text === 'won' || text === 'lost' || text === 'parked') return text;
  if (text.startsWith('open:') && playbook.stages.some(({ id }) => `open:${id}` === text)) return text as StageCode;
  const guessed = guessStage(text, playbook);
  if (guessed) return guessed;
  job.quirks.add('unknownStage', 'stage', row.texts['stage'] ?? text, null, row.number);
  row.issues.push(
    issue('stage', {
      zh: `阶段“${text}”没有对应到方法论的阶段或输赢状态`,
      en: `The stage "${text}" is matched to no stage of the playbook and to no state`,
    }),
  );
  return undefined;
}

function noteGaps(row: ReadRow, stage: StageCode | undefined, { plan, quirks }: ImportJob) {
  const mapped = (target: string) => plan.targets.includes(target);
  if (mapped('account') && row.texts['account'] === undefined)
    quirks.add('accountMissing', 'account', '', null, row.number);
  if (mapped('createdOn') && row.texts['createdOn'] === undefined)
    quirks.add('dayMissing', 'createdOn', '', null, row.number);
  if (stage === 'lost' && row.values['amount'] === 0) quirks.add('zeroAmount', 'amount', '', null, row.number);
}

function quantityOf(row: ReadRow): number {
  const quantity = row.values['quantity'] ?? 1;
  if (typeof quantity === 'number' && quantity > 0 && quantity <= 1e9) return Math.round(quantity * 10_000) / 10_000;
  row.issues.push(issue('quantity', { zh: '数量应大于 0', en: 'The quantity must be more than 0' }));
  return 1;
}

/** As events tell lines; the amount is told, too, because dividing it may have rounded the price. */
function toldLine({ id, product_id, quantity, unit_price, amount }: ReturnType<typeof lineOf>[number]) {
  return { id, productId: product_id, quantity, unitPrice: unit_price, amount };
}

/** What was sold, at the price of the deal; without an amount at the list price. */
function lineOf(tenantId: string, { id, product, quantity, fields }: DealDraft) {
  if (!product) return [];
  const amount = fields.amount ?? Math.round(product.price * quantity);
  const unit_price = Math.round(amount / quantity);
  return [
    {
      tenant_id: tenantId,
      deal_id: id,
      id: newId(),
      product_id: product.id,
      quantity,
      unit_price,
      amount,
      position: 0,
    },
  ];
}

/** The beginning of a calendar day at the person's desk. */
function instantOf(day: Day, timeZone: string): Instant {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
