import { AccountFields, searchedTexts } from '#accounts/account.ts';
import { duplicateKeys } from '#accounts/account-duplicates.ts';
import { nameKey, regionOf, regionsAgree } from '#accounts/account-name.ts';
import type { CustomValues } from '#fields/custom.ts';
import { changes } from '#platform/events/event.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { checkedCustom, checkedFields } from '#imports/check-fields.ts';
import { DuplicateJudge, keysOf, toWrite, withChanges, type Candidate, type Update } from '#imports/chunk.server.ts';
import { duplicateWords, existingRecords, type Existing } from '#imports/duplicates.server.ts';
import { given } from '#imports/given.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { knownOwners, type Colleague } from '#imports/known-names.server.ts';
import { linkParents } from '#imports/nouns/link-parents.server.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';
import { spotTypos } from '#imports/spot-typos.ts';
import { writeMissing } from '#imports/write-missing.server.ts';
import { insertRecords, updateRecords, type ChangedRecord, type NewRecord } from '#imports/write-records.server.ts';

const Fields = AccountFields.omit({ custom: true, parentId: true });

/** An account as a row gives it: columns that stand in the file. */
type Draft = {
  id: string;
  nameKey: string | undefined;
  fields: Partial<AccountFields>;
  custom: CustomValues;
  owner: Colleague | undefined;
  externalId: string | undefined;
  grams: string[];
};

const columnOf: { [field: string]: string } = { creditCode: 'credit_code', postCode: 'post_code' };

export async function accountImporter(db: ReadTx, job: ImportJob): Promise<NounImporter> {
  const owners = await knownOwners(db, job);
  const judge = new DuplicateJudge<Draft>(job, (into, later) => {
    into.fields = { ...into.fields, ...given(later.fields) };
    into.custom = { ...into.custom, ...later.custom };
    into.owner = later.owner ?? into.owner;
    const { name = '', aliases, creditCode } = into.fields;
    into.grams = gramsOf(searchedTexts({ name, aliases, creditCode }));
  });

  function draftOf(row: ReadRow): Candidate<Draft> {
    row.issues.splice(row.told); // prepared by an importer that was given up
    const fields = checkedFields(row, Fields);
    const custom = checkedCustom(row, job.fields);
    const owner = owners.find(row, (id, name) => ({ id, name, teamId: job.actor.teamId }));
    if (job.checking) spotTypos(row, job.quirks);
    const externalId = row.values['externalId'] as string | undefined;
    const { name, aliases, creditCode } = fields;
    const grams = name && !job.checking ? gramsOf(searchedTexts({ name, aliases, creditCode })) : [];
    const id = newId();
    const key = fields.name && nameKey(fields.name);
    const keys = [
      ...(externalId ? [`externalId:${externalId}`] : []),
      ...(fields.creditCode ? [`creditCode:${fields.creditCode}`] : []),
      ...(fields.name ? [`namesake:${id}`] : []),
      // Rows that carry a number of the other system are told apart by it: the same name is another company.
      ...(fields.name && !externalId ? [`repeats:${key} ${regionOf(fields.name)}`] : []),
    ];
    return {
      row,
      keys,
      needs: owner ? [owner.id] : [],
      draft: { id, nameKey: key, fields, custom, owner, externalId, grams },
    };
  }

  // Built while the database is busy with the rows before.
  const prepared = new WeakMap<ReadRow, Candidate<Draft>>();

  return {
    prepare(rows) {
      for (const row of rows) prepared.set(row, draftOf(row));
    },
    async decide(db, rows) {
      const candidates = rows.map((row) => prepared.get(row) ?? draftOf(row));
      const existing = await existingRecords(
        db,
        job,
        [
          { by: 'creditCode', column: 'credit_code', keys: keysOf(candidates, 'creditCode') },
          {
            by: 'name',
            column: 'name_key',
            keys: candidates.map(({ draft }) => draft.nameKey),
          },
        ],
        keysOf(candidates, 'externalId'),
      );
      for (const candidate of candidates) findNamesakes(candidate, existing);
      return withChanges(judge.judge(candidates, existing), (update) => changedRecord(job, update));
    },

    async write(tx, decided) {
      const { created: drafts, changed, used } = toWrite(decided);
      const created = drafts as Draft[];
      const missing = owners.take(used);
      if (!tx) return;
      await writeMissing(tx, job, { owners: missing });
      await insertRecords(
        tx,
        job,
        created.map((draft) => newRecord(job, draft)),
      );
      await updateRecords(tx, job, changed);
    },

    missing: () => ({ accounts: 0, products: 0, owners: owners.count }),
    finish: (tx, rows) => linkParents(tx, job, rows),
  };

  /**
   * Whom a row means by its name. Another credit code or another region is another company; so is what another row of
   * this file became, when both carry numbers. A credit code that is taken cannot be created again.
   */
  function findNamesakes({ row, draft }: Candidate<Draft>, existing: Map<string, Existing[]>) {
    const { id, externalId, fields } = draft;
    const { name, creditCode: code } = fields;
    const sameCode = code ? existing.get(`creditCode:${code}`) : undefined;
    if (sameCode?.length && job.plan.policy === 'create')
      row.issues.push(issue('creditCode', duplicateWords.codeTaken));
    if (!name) return;
    const namesakes = (existing.get(`name:${draft.nameKey}`) ?? []).filter(({ columns }) => {
      if (!regionsAgree(name, columns['name'] as string)) return false;
      if (externalId && columns['import_id'] === job.id) return false;
      return !code || !columns['credit_code'] || columns['credit_code'] === code;
    });
    existing.set(`namesake:${id}`, namesakes);
  }
}

function newRecord(job: ImportJob, { id, fields, custom, owner, externalId, grams }: Draft): NewRecord {
  const { tenantId, userId, teamId } = job.actor;
  const name = fields.name!;
  const keys = duplicateKeys({ name, creditCode: fields.creditCode, phone: fields.phone });
  const held = owner ?? { id: userId, teamId };
  const { creditCode, postCode, aliases = [], tags = [], ...same } = fields;
  const columns = {
    tenant_id: tenantId,
    id,
    name,
    aliases,
    name_key: keys.nameKey ?? name,
    credit_code: creditCode || null,
    industry: same.industry ?? null,
    province: same.province ?? null,
    city: same.city ?? null,
    scale: same.scale ?? null,
    ownership: same.ownership ?? null,
    address: same.address ?? null,
    post_code: postCode ?? null,
    site: same.site ?? null,
    phone: same.phone ?? null,
    phone_key: keys.phoneKey,
    source: same.source ?? 'import',
    owner_id: held.id,
    team_id: held.teamId,
    tags,
    custom,
    grams,
    import_id: job.id,
    created_at: job.now,
    updated_at: job.now,
  };
  const after = {
    ...given(fields),
    ownerId: held.id,
    teamId: held.teamId,
    ...(Object.keys(custom).length > 0 && { custom }),
  };
  const event = {
    type: 'account.imported',
    subject: { kind: 'account', id },
    accountId: id,
    data: { name, after },
  } as const;
  return { columns, externalId, event };
}

function changedRecord(job: ImportJob, { draft, existing }: Update<Draft>): ChangedRecord | undefined {
  const before = existing.columns;
  const wanted: { [column: string]: unknown } = Object.fromEntries(
    Object.entries(given(draft.fields)).map(([field, value]) => [columnOf[field] ?? field, value]),
  );
  if (Object.keys(draft.custom).length > 0)
    wanted['custom'] = { ...(before['custom'] as CustomValues), ...draft.custom };
  if (draft.owner) Object.assign(wanted, { owner_id: draft.owner.id, team_id: draft.owner.teamId });
  const changed = changes(before, wanted);
  if (!changed) return undefined;
  const whole = { ...before, ...changed.after } as {
    name: string;
    aliases: string[];
    credit_code: string | null;
    phone: string | null;
  };
  const keys = duplicateKeys({ name: whole.name, creditCode: whole.credit_code, phone: whole.phone });
  const columns = {
    ...changed.after,
    name_key: keys.nameKey,
    phone_key: keys.phoneKey,
    grams: gramsOf(searchedTexts({ name: whole.name, aliases: whole.aliases, creditCode: whole.credit_code })),
    updated_at: job.now,
  };
  const subject = { kind: 'account', id: existing.id };
  const event = {
    type: 'account.changed',
    subject,
    accountId: existing.id,
    data: { name: whole.name, importId: job.id, ...changed },
  } as const;
  return { existing, columns, externalId: draft.externalId, event };
}
