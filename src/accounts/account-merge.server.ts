import { sql } from 'kysely';
import { mergeAccountMaps } from '#chain/store/people-of-maps-store.server.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { bury, holdBoth, moveReferences } from '#platform/database/merge-records.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { Merge } from '#platform/merge-input.ts';
import { saveAccount, writeMembers } from '#accounts/account-commands.server.ts';
import { idsBelow } from '#accounts/account-lookups.server.ts';
import { decideMerge } from '#accounts/account-merge.ts';
import { membersOf } from '#accounts/account-page.server.ts';
import { oneAccount } from '#accounts/account-rows.server.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { freeTexts, type Account, type MemberRole } from '#accounts/account.ts';

/** Everything that refers to an account and moves with it; a test holds that the list is complete. */
export const movedWithAccount = {
  account_id: [
    'contacts',
    'contact_employments',
    'deals',
    'notes',
    'tasks',
    'sales_modes',
    'gifts',
    'information',
    'partner_ties',
    'registrations',
  ],
  subject_id: ['notes', 'tasks', 'attachments', 'notifications'],
} as const;

/** One account out of two. */
export async function mergeAccounts(context: CommandContext, { id, version, loserId, loserVersion, choose }: Merge) {
  const { actor, tx, record, now } = context;
  const { tenantId } = actor;
  await holdBoth(tx, tenantId, 'accounts', [id, loserId]);
  const winner = { ...(await oneAccount(tx, actor, id)), version };
  const loser = { ...(await oneAccount(tx, actor, loserId)), version: loserVersion };
  const below = await idsBelow(tx, tenantId, [winner.id, loser.id]);
  const merged = decide(decideMerge(winner, loser, choose, below));
  decide(refuseWritten(...freeTexts(merged)));
  const members = await unitedMembers(tx, tenantId, winner, loser, merged.ownerId);
  const teamId = merged.ownerId === winner.ownerId ? winner.teamId : loser.teamId;
  await bury(tx, tenantId, 'accounts', loser, winner.id, now, sql`, parent_id = null, member_ids = '{}'`);
  await moveBranches(tx, tenantId, loser.id, winner.id);
  await moveReferences(tx, tenantId, movedWithAccount, loser.id, winner.id);
  await mergeAccountMaps(context, loser.id, { id: winner.id, name: merged.name });
  await settlePeople(context, { accountIds: [winner.id] });
  await writeMembers(tx, tenantId, winner.id, members);
  await writeMembers(tx, tenantId, loser.id, []);
  const memberIds = members.map((member) => member.userId);
  await saveAccount({ actor, tx, now }, winner, { ...merged, teamId }, { member_ids: memberIds });
  await record({
    type: 'account.merged',
    subject: { kind: 'account', id: winner.id },
    accountId: winner.id,
    data: { name: merged.name, before: { ...winner }, after: { ...merged, teamId, members }, loser },
  });
  await deriveInformation(context, [winner.id]);
  return oneAccount(tx, actor, winner.id);
}

async function unitedMembers(tx: Tx, tenantId: string, winner: Account, loser: Account, ownerId: string | null) {
  const both = [...(await membersOf(tx, tenantId, loser.id)), ...(await membersOf(tx, tenantId, winner.id))];
  const united = new Map<string, { userId: string; role: MemberRole }>();
  // The owner who gives way goes on seeing the account.
  for (const id of [winner.ownerId, loser.ownerId]) {
    if (id && id !== ownerId) united.set(id, { userId: id, role: 'sales' });
  }
  for (const { userId, role } of both) united.set(userId, { userId, role });
  return [...united.values()];
}

async function moveBranches(tx: Tx, tenantId: string, from: string, to: string) {
  await sql`update accounts set parent_id = ${to}::uuid, version = version + 1
    where tenant_id = ${tenantId}::uuid and parent_id = ${from}::uuid and id <> ${to}::uuid`.execute(tx);
}
