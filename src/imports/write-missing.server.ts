import { nameKey } from '#accounts/account-name.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { insertEvents, insertRows, type Row } from '#platform/database/many-rows.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import type { NamedAccount } from '#imports/account-names.server.ts';
import { addressless } from '#team/user.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import type { Colleague, NamedProduct } from '#imports/known-names.server.ts';

/** Inserts what rows name and nobody has entered yet; marked, so that undoing the import finds it. */
export async function writeMissing(
  tx: Tx,
  job: ImportJob,
  missing: {
    accounts?: readonly NamedAccount[];
    products?: readonly NamedProduct[];
    owners?: readonly Colleague[];
  },
): Promise<void> {
  const { owners = [], products = [], accounts = [] } = missing;
  await insertMade(
    tx,
    job,
    'user',
    owners.map((owner) => ownerRow(job, owner)),
  );
  await insertMade(
    tx,
    job,
    'product',
    products.map((product) => productRow(job, product)),
  );
  const rows = accounts.map((account) => accountRow(job, account));
  await insertRows(tx, 'accounts', rows);
  await insertEvents(
    tx,
    job.actor,
    job.now,
    rows.map((row) => createdEvent('account', row.id, row.name)),
  );
}

/** Records without a mark of the import that they came with: a list says which they are. */
export async function insertMade(
  tx: Tx,
  job: ImportJob,
  noun: 'user' | 'product' | 'team',
  rows: readonly (Row & { id: string; name: string })[],
  after: (row: Row) => { [field: string]: unknown } = ({ name }) => ({ name }),
) {
  await insertRows(tx, `${noun}s`, rows);
  await insertEvents(
    tx,
    job.actor,
    job.now,
    rows.map((row) => createdEvent(noun, row.id, row.name, after(row))),
  );
  const changes = rows.map(({ id }) => ({
    tenant_id: job.actor.tenantId,
    import_id: job.id,
    noun,
    record_id: id,
    before: null,
    version_after: 1,
  }));
  await insertRows(tx, 'import_changes', changes);
}

/** She cannot sign in until somebody gives her an address and an invitation. */
function ownerRow({ actor, now }: ImportJob, { id, name, teamId }: Colleague) {
  return {
    tenant_id: actor.tenantId,
    id,
    name,
    email: addressless(id),
    team_id: teamId,
    roles: ['rep'],
    scope: 'self',
    created_at: now,
  };
}

function productRow({ actor, plan }: ImportJob, { id, name, price }: NamedProduct) {
  return { tenant_id: actor.tenantId, id, name, line: '其他', unit: '套', price, currency: plan.currency };
}

function accountRow({ id: importId, actor, now }: ImportJob, { id, name }: NamedAccount) {
  return {
    tenant_id: actor.tenantId,
    id,
    name,
    name_key: nameKey(name),
    source: 'import',
    owner_id: actor.userId,
    team_id: actor.teamId,
    grams: gramsOf([name]),
    import_id: importId,
    created_at: now,
    updated_at: now,
  };
}

function createdEvent(kind: string, id: string, name: string, after: { [field: string]: unknown } = { name }) {
  const accountId = kind === 'account' ? id : null;
  return { type: `${kind}.imported` as const, subject: { kind, id }, accountId, data: { name, after } };
}
