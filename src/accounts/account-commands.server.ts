import { mayHandOver, type Actor } from '#permissions/actor.ts';
import { changes } from '#platform/events/event.ts';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { decideCustom } from '#fields/custom.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { freeTexts, type Account, type AccountFields, type MemberRole } from '#accounts/account.ts';
import { duplicatesOf, withAncestors } from '#accounts/account-lookups.server.ts';
import { membersOf } from '#accounts/account-page.server.ts';
import { oneAccount, toColumns } from '#accounts/account-rows.server.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import { refuse } from '#shared/refusal.ts';
import { colleague, colleagues } from '#team/colleague-store.server.ts';

type Context = Pick<CommandContext, 'actor' | 'tx' | 'record' | 'now' | 'today'>;
type NewAccount = AccountFields & { ownerId?: string | null; confirm: boolean };

export async function createAccount({ actor, tx, record, now }: Context, input: NewAccount) {
  const { confirm, ownerId = actor.userId, ...fields } = input;
  const known = await duplicatesOf(tx, actor, tidy(fields));
  const sameCode = known.find((candidate) => candidate.why.includes('code'));
  if (sameCode) return refuse('account.codeTaken', sameCode);
  if (known.length > 0 && !confirm) return refuse('account.maybeDuplicate', { candidates: known });
  const owner = ownerId === null ? null : await colleague(tx, actor.tenantId, ownerId);
  const parent = fields.parentId ? await oneAccount(tx, actor, fields.parentId) : null;
  const custom = decide(decideCustom(await customFieldsOf(tx, actor.tenantId, 'account'), {}, fields.custom)).values;
  decide(refuseWritten(...freeTexts({ ...tidy(fields), custom })));
  const kept = {
    ...blank,
    ...tidy(fields),
    id: newId(),
    custom,
    parentId: parent?.id ?? null,
    ownerId: owner?.id ?? null,
    teamId: owner?.teamId ?? null,
  };
  const account: Account = { ...kept, ownerName: owner?.name ?? null, version: 1, createdAt: now, updatedAt: now };
  await tx
    .insertInto('accounts')
    .values({ tenant_id: actor.tenantId, created_at: now, updated_at: now, ...toColumns(kept, account) } as never)
    .execute()
    .catch(asCodeTaken);
  await record({
    type: 'account.created',
    subject: { kind: 'account', id: account.id },
    accountId: account.id,
    data: { name: account.name, after: kept },
  });
  return account;
}

export async function updateAccount(
  context: Context,
  { id, version, ...fields }: Partial<AccountFields> & { id: string; version: number },
) {
  const { actor, tx, record, now } = context;
  const before = await oneAccount(tx, actor, id);
  const wanted: Partial<Account> = tidy(fields);
  if (fields.custom) {
    wanted.custom = decide(
      decideCustom(await customFieldsOf(tx, actor.tenantId, 'account'), before.custom, fields.custom),
    ).values;
  }
  const changed = changes(before, wanted);
  if (!changed) return before;
  decide(refuseWritten(...freeTexts(changed.after)));
  if (changed.after.creditCode) {
    const known = await duplicatesOf(tx, actor, { creditCode: changed.after.creditCode }, before.id);
    if (known[0]) return refuse('account.codeTaken', known[0]);
  }
  if (changed.after.parentId) {
    const parent = await oneAccount(tx, actor, changed.after.parentId);
    const above = await withAncestors(tx, actor.tenantId, parent.id);
    if (above.has(before.id)) return refuse('account.parentLoop', { name: parent.name });
    changed.after.parentId = parent.id;
  }
  await saveAccount({ actor, tx, now }, { ...before, version }, changed.after);
  await record({
    type: 'account.changed',
    subject: { kind: 'account', id: before.id },
    accountId: before.id,
    data: { name: changed.after.name ?? before.name, ...changed },
  });
  await deriveInformation(context, [before.id]);
  return oneAccount(tx, actor, before.id);
}

export async function setAccountMembers(
  { actor, tx, record, now }: Context,
  { id, version, members }: { id: string; version: number; members: readonly { userId: string; role: MemberRole }[] },
) {
  const account = await oneAccount(tx, actor, id);
  const before = await membersOf(tx, actor.tenantId, account.id);
  const wanted = [...new Map(members.map((member) => [member.userId, member])).values()];
  const joining = wanted.map((one) => one.userId).filter((id) => !before.some((member) => member.userId === id));
  await colleagues(tx, actor.tenantId, joining);
  await writeMembers(tx, actor.tenantId, account.id, wanted);
  await saveAccount({ actor, tx, now }, { ...account, version }, {}, { member_ids: wanted.map((one) => one.userId) });
  const after = await membersOf(tx, actor.tenantId, account.id);
  await record({
    type: 'account.membersSet',
    subject: { kind: 'account', id: account.id },
    accountId: account.id,
    data: { name: account.name, before: { members: before }, after: { members: after } },
  });
  return oneAccount(tx, actor, account.id);
}

export async function assignAccount(
  { actor, tx, record, now }: Context,
  { id, version, ownerId }: { id: string; version: number; ownerId: string | null },
) {
  const before = await oneAccount(tx, actor, id);
  if (before.ownerId === ownerId) return before;
  if (!mayHandOver(actor, before)) return refuse('owner.other', { ownerName: before.ownerName });
  const owner = ownerId === null ? null : await colleague(tx, actor.tenantId, ownerId);
  const after = { ownerId, teamId: owner?.teamId ?? null };
  await saveAccount({ actor, tx, now }, { ...before, version }, after);
  await record({
    type: 'account.ownerChanged',
    subject: { kind: 'account', id: before.id },
    accountId: before.id,
    data: {
      name: before.name,
      before: { ownerId: before.ownerId, teamId: before.teamId },
      after,
      from: before.ownerName,
      to: owner?.name ?? null,
    },
  });
  // Whoever hands over may no longer see it.
  return { ...before, ...after, ownerName: owner?.name ?? null, version: version + 1, updatedAt: now };
}

export async function writeMembers(
  tx: Tx,
  tenantId: string,
  accountId: string,
  members: readonly { userId: string; role: MemberRole }[],
) {
  await tx
    .deleteFrom('account_members')
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .execute();
  if (members.length === 0) return;
  const rows = members.map(({ userId, role }) => ({
    tenant_id: tenantId,
    account_id: accountId,
    user_id: userId,
    role,
  }));
  await tx.insertInto('account_members').values(rows).execute();
}

/** Saves fields with the keys that follow from them; `before.version` is the one the caller has read. */
export async function saveAccount(
  { actor, tx, now }: { actor: Actor; tx: Tx; now: string },
  before: Account,
  after: Partial<Account>,
  more: { [column: string]: unknown } = {},
) {
  const at = { tenantId: actor.tenantId, id: before.id, version: before.version };
  const columns = { ...toColumns(after, { ...before, ...after }), updated_at: now, ...more };
  await saved(tx, 'accounts', at, columns, ['id']).catch(asCodeTaken);
}

const blank = {
  aliases: [],
  creditCode: null,
  industry: null,
  province: null,
  city: null,
  scale: null,
  ownership: null,
  address: null,
  postCode: null,
  site: null,
  phone: null,
  source: null,
  tags: [],
};

/** What is empty is not known. */
function tidy(fields: Partial<AccountFields>) {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([field, value]) => field !== 'custom' && value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  ) as Omit<AccountFields, 'custom'>;
}

/** Two people enter the same code at once: the unique index decides. */
function asCodeTaken(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint === 'accounts_credit_code')
    throw new Refused(refuse('account.codeTaken', { name: null, ownerName: null }));
  throw error;
}
