import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { saveAccount, writeMembers } from '#accounts/account-commands.server.ts';
import { idsBelow } from '#accounts/account-lookups.server.ts';
import { decideMerge, type MergeChoice } from '#accounts/account-merge.ts';
import { membersOf } from '#accounts/account-page.server.ts';
import { oneAccount } from '#accounts/account-rows.server.ts';
import type { Account, MemberRole } from '#accounts/account.ts';
import { refuse } from '#shared/refusal.ts';

type Merge = { id: string; version: number; loserId: string; loserVersion: number; choose: MergeChoice };

/** Everything that refers to an account and moves with it; a test holds that the list is complete. */
export const movedWithAccount = {
  account_id: ['contacts', 'contact_employments', 'deals', 'notes', 'tasks'],
  subject_id: ['notes', 'tasks', 'attachments', 'notifications'],
} as const;
// Whoever edits one of these meanwhile is told.
const versioned: readonly string[] = ['contacts', 'deals'];

/** One account out of two. The loser's row stays, pointing to the winner, so that old addresses lead there. */
export async function mergeAccounts(context: CommandContext, { id, version, loserId, loserVersion, choose }: Merge) {
  const { actor, tx, record, now } = context;
  const { tenantId } = actor;
  await sql`select id from accounts where tenant_id = ${tenantId}::uuid and id = any(${[id, loserId]}::uuid[])
    order by id for update`.execute(tx);
  const winner = { ...(await oneAccount(tx, actor, id)), version };
  const loser = { ...(await oneAccount(tx, actor, loserId)), version: loserVersion };
  const below = await idsBelow(tx, tenantId, [winner.id, loser.id]);
  const merged = decide(decideMerge(winner, loser, choose, below));
  const members = await unitedMembers(tx, tenantId, winner, loser, merged.ownerId);
  const teamId = merged.ownerId === winner.ownerId ? winner.teamId : loser.teamId;
  await buryAccount(tx, tenantId, loser, winner.id, now);
  await moveAll(tx, tenantId, loser.id, winner.id);
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

async function buryAccount(tx: Tx, tenantId: string, loser: Account, winnerId: string, now: string) {
  const { rows } = await sql`
    update accounts set merged_into = ${winnerId}::uuid, parent_id = null, grams = '{}', member_ids = '{}',
      updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId}::uuid and id = ${loser.id}::uuid and version = ${loser.version}
    returning id`.execute(tx);
  if (rows.length === 0) throw new Refused(refuse('record.changed', { version: loser.version }));
  await sql`update accounts set merged_into = ${winnerId}::uuid
    where tenant_id = ${tenantId}::uuid and merged_into = ${loser.id}::uuid`.execute(tx);
}

async function moveAll(tx: Tx, tenantId: string, from: string, to: string) {
  await sql`update accounts set parent_id = ${to}::uuid, version = version + 1
    where tenant_id = ${tenantId}::uuid and parent_id = ${from}::uuid and id <> ${to}::uuid`.execute(tx);
  for (const [column, tables] of Object.entries(movedWithAccount)) {
    for (const table of tables) {
      const counted = versioned.includes(table) ? sql`, version = version + 1` : sql``;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}::uuid ${counted}
        where tenant_id = ${tenantId}::uuid and ${sql.ref(column)} = ${from}::uuid`.execute(tx);
    }
  }
}
