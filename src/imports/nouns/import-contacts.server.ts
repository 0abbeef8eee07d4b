import type { CustomValues } from '#fields/custom.ts';
import { ContactFields, discreet, searchedTexts, type Contact } from '#people/contact.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { AccountNames } from '#imports/account-names.server.ts';
import { checkedCustom, checkedFields } from '#imports/check-fields.ts';
import { DuplicateJudge, keysOf, toWrite, withChanges, type Candidate, type Update } from '#imports/chunk.server.ts';
import { existingRecords, type Existing } from '#imports/duplicates.server.ts';
import { given } from '#imports/given.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { knownOwners, type Colleague } from '#imports/known-names.server.ts';
import type { ReadRow } from '#imports/read-row.ts';
import { writeMissing } from '#imports/write-missing.server.ts';
import { insertRecords, updateRecords, type ChangedRecord, type NewRecord } from '#imports/write-records.server.ts';

const Fields = ContactFields.omit({ custom: true });

type Draft = {
  id: string;
  fields: Partial<ContactFields>;
  custom: CustomValues;
  accountId: string | undefined;
  owner: Colleague | undefined;
  externalId: string | undefined;
};

export async function contactImporter(db: ReadTx, job: ImportJob): Promise<NounImporter> {
  const owners = await knownOwners(db, job);
  const accounts = new AccountNames(job);
  const judge = new DuplicateJudge<Draft>(job, (into, later) => {
    into.fields = { ...into.fields, ...given(later.fields) };
    into.custom = { ...into.custom, ...later.custom };
    into.accountId = later.accountId ?? into.accountId;
    into.owner = later.owner ?? into.owner;
  });

  function draftOf(row: ReadRow, accountId: string | undefined): Candidate<Draft> {
    const fields = checkedFields(row, Fields);
    const custom = checkedCustom(row, job.fields);
    const owner = owners.find(row, (id, name) => ({ id, name, teamId: job.actor.teamId }));
    const externalId = row.values['externalId'] as string | undefined;
    // A name alone is nobody: with the same number, address or employer it is the same person.
    const also = [fields.mobile, fields.email, fields.phone, accountId].filter(Boolean);
    const keys = [
      ...(externalId ? [`externalId:${externalId}`] : []),
      ...also.map((proof) => `person:${fields.name}\u0000${proof}`),
    ];
    const needs = [owner?.id, accountId].filter((id) => id !== undefined);
    return { row, keys, needs, draft: { id: newId(), fields, custom, accountId, owner, externalId } };
  }

  return {
    async decide(db, rows) {
      for (const row of rows) wholeName(row);
      const employers = await accounts.find(db, rows, 'account');
      const candidates = rows.map((row) => draftOf(row, employers.get(row)?.id));
      const names = candidates.map(({ draft }) => draft.fields.name);
      const existing = await existingRecords(
        db,
        job,
        [{ by: 'name', column: 'name', keys: names }],
        keysOf(candidates, 'externalId'),
      );
      return withChanges(judge.judge(candidates, byPerson(existing)), (update) => changedRecord(job, update));
    },
    async write(tx, decided) {
      const { created: drafts, changed, used } = toWrite(decided);
      const created = drafts as Draft[];
      const missing = { accounts: accounts.take(used), owners: owners.take(used) };
      if (!tx) return;
      await writeMissing(tx, job, missing);
      await insertRecords(
        tx,
        job,
        created.map((draft) => newRecord(job, draft)),
      );
      await insertRows(
        tx,
        'contact_employments',
        created.flatMap((draft) => employmentOf(job, draft)),
      );
      await updateRecords(tx, job, changed);
    },
    missing: () => ({ accounts: accounts.count, products: 0, owners: owners.count }),
  };
}

/** 姓 and 名 in two columns; Chinese names are written without a space, others first name first. */
function wholeName({ values }: ReadRow) {
  const { firstName, lastName } = values;
  if (values['name'] !== undefined || (firstName === undefined && lastName === undefined)) return;
  const [first, last] = [String(firstName ?? ''), String(lastName ?? '')];
  values['name'] = /\p{Script=Han}/u.test(last + first) ? last + first : `${first} ${last}`.trim();
}

/** Those of the same name by what else proves them to be the same person. */
function byPerson(existing: ReadonlyMap<string, readonly Existing[]>): Map<string, Existing[]> {
  const found = new Map<string, Existing[]>();
  for (const [key, records] of existing) {
    if (!key.startsWith('name:')) found.set(key, [...records]);
    else
      for (const record of records) {
        const { name, mobile, email, phone, account_id } = record.columns;
        for (const proof of [mobile, email, phone, account_id].filter(Boolean)) {
          const person = `person:${String(name)}\u0000${String(proof)}`;
          found.set(person, [...(found.get(person) ?? []), record]);
        }
      }
  }
  return found;
}

function newRecord(job: ImportJob, { id, fields, custom, accountId, owner, externalId }: Draft): NewRecord {
  const { tenantId, userId, teamId } = job.actor;
  const held = owner ?? { id: userId, teamId };
  const name = fields.name!;
  const {
    title = null,
    department = null,
    mobile = null,
    phone = null,
    email = null,
    wechat = null,
    tags = [],
  } = fields;
  const columns = {
    tenant_id: tenantId,
    id,
    name,
    account_id: accountId ?? null,
    title,
    department,
    mobile,
    phone,
    email,
    wechat,
    tags,
    custom,
    owner_id: held.id,
    team_id: held.teamId,
    grams: gramsOf(
      searchedTexts({
        name,
        title,
        department,
        mobile,
        phone,
        email,
      }),
    ),
    import_id: job.id,
    created_at: job.now,
    updated_at: job.now,
  };
  const after = { ...discreet(given(fields)), accountId: accountId ?? null, ownerId: held.id };
  const event = {
    type: 'contact.imported',
    subject: { kind: 'contact', id },
    accountId,
    data: { name, after },
  } as const;
  return { columns, externalId, event };
}

function employmentOf({ actor }: ImportJob, { id, fields, accountId }: Draft) {
  if (!accountId) return [];
  const { title = null, department = null } = fields;
  return [{ tenant_id: actor.tenantId, id: newId(), contact_id: id, account_id: accountId, title, department }];
}

/** Everything but the employer: a change of employer has a day, which a file does not tell. */
function changedRecord(job: ImportJob, { draft, existing }: Update<Draft>): ChangedRecord | undefined {
  const before = existing.columns;
  const wanted: { [column: string]: unknown } = { ...given(draft.fields) };
  if (Object.keys(draft.custom).length > 0)
    wanted['custom'] = { ...(before['custom'] as CustomValues), ...draft.custom };
  if (draft.owner) Object.assign(wanted, { owner_id: draft.owner.id, team_id: draft.owner.teamId });
  const changed = changes(before, wanted);
  if (!changed) return undefined;
  const whole = { ...before, ...changed.after } as unknown as Contact & { account_id: string | null };
  const columns = { ...changed.after, grams: gramsOf(searchedTexts(whole)), updated_at: job.now };
  const subject = { kind: 'contact', id: existing.id };
  const data = { name: whole.name, importId: job.id, before: discreet(changed.before), after: discreet(changed.after) };
  return {
    existing,
    columns,
    externalId: draft.externalId,
    event: { type: 'contact.changed', subject, accountId: whole.account_id, data },
  };
}
