import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';
import { ProductFields } from '#products/product.ts';
import { checkedFields } from '#imports/check-fields.ts';
import { DuplicateJudge, keysOf, toWrite, withChanges, type Candidate, type Update } from '#imports/chunk.server.ts';
import { duplicateWords, existingRecords } from '#imports/duplicates.server.ts';
import { given } from '#imports/given.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';
import { insertRecords, updateRecords, type ChangedRecord, type NewRecord } from '#imports/write-records.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';

// What a price list often leaves out.
const Fields = ProductFields.omit({ currency: true }).extend({
  line: ProductFields.shape.line.default('其他'),
  unit: ProductFields.shape.unit.default('套'),
  price: ProductFields.shape.price.default(0),
});
type Draft = { id: string; fields: Partial<ProductFields>; given: ReadonlySet<string> };

export function productImporter(_db: ReadTx, job: ImportJob): NounImporter {
  const judge = new DuplicateJudge<Draft>(job, (into, later) => {
    into.fields = { ...into.fields, ...onlyGiven(later) };
  });

  return {
    async decide(db, rows) {
      const candidates = rows.map(draftOf);
      const ways = ['name', 'code'].map((by) => ({ by, column: by, keys: keysOf(candidates, by) }));
      const existing = await existingRecords(db, job, ways, []);
      if (job.plan.policy === 'create') {
        const names = new Set<string>();
        for (const { row, draft } of candidates) {
          const name = draft.fields.name ?? '';
          if (existing.has(`name:${name}`) || names.has(name)) row.issues.push(issue('name', duplicateWords.nameTaken));
          names.add(name);
        }
      }
      return withChanges(judge.judge(candidates, existing), (update) => changedRecord(job, update));
    },
    async write(tx, decided) {
      if (!tx) return;
      const { created: drafts, changed } = toWrite(decided);
      const created = drafts as Draft[];
      await insertRecords(
        tx,
        job,
        created.map((draft) => newRecord(job, draft)),
      );
      // Products have no mark of the import they came with.
      await insertRows(
        tx,
        'import_changes',
        created.map(({ id }) => ({
          tenant_id: job.actor.tenantId,
          import_id: job.id,
          noun: 'product',
          record_id: id,
          before: null,
          version_after: 1,
        })),
      );
      await updateRecords(tx, job, changed);
    },
    missing: () => ({ accounts: 0, products: 0, owners: 0 }),
  };
}

function draftOf(row: ReadRow): Candidate<Draft> {
  const fields = checkedFields(row, Fields);
  const keys = [...(fields.code ? [`code:${fields.code}`] : []), ...(fields.name ? [`name:${fields.name}`] : [])];
  return { row, keys, needs: [], draft: { id: newId(), fields, given: new Set(Object.keys(row.values)) } };
}

function onlyGiven({ fields, given: names }: Draft): Partial<ProductFields> {
  return given(Object.fromEntries(Object.entries(fields).filter(([field]) => names.has(field))));
}

function newRecord({ actor, plan }: ImportJob, { id, fields }: Draft): NewRecord {
  const { name, code = null, line, unit, price } = fields;
  const product = { id, name: name!, code, line, unit, price, currency: plan.currency };
  const event = {
    type: 'product.imported',
    subject: { kind: 'product', id },
    data: { name: name!, after: product },
  } as const;
  return { columns: { tenant_id: actor.tenantId, ...product }, event };
}

function changedRecord(job: ImportJob, { draft, existing }: Update<Draft>): ChangedRecord | undefined {
  const changed = changes(existing.columns, onlyGiven(draft) as { [column: string]: unknown });
  if (!changed) return undefined;
  const subject = { kind: 'product', id: existing.id };
  const name = String(changed.after['name'] ?? existing.columns['name']);
  return {
    existing,
    columns: changed.after,
    event: { type: 'product.changed', subject, data: { name, importId: job.id, ...changed } },
  };
}
