import { sql } from 'kysely';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import type { Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { Record } from '#platform/events/events.server.ts';

type Person = { id: string; name: string; teamId: string | null };
export type Move = {
  tenantId: string;
  from: Person;
  to: Person;
  now: Instant;
  record: Record;
};

const nouns = {
  accounts: 'account',
  contacts: 'contact',
  deals: 'deal',
  partners: 'partner',
  registrations: 'registration',
} as const;

/** One statement for the records, one for their events, however many there are. */
export async function moveOwned(tx: Tx, kind: keyof typeof nouns | 'tasks', move: Move): Promise<void> {
  if (kind === 'tasks') return moveTasks(tx, move);
  const { tenantId, from, to, now, record } = move;
  const noun = nouns[kind];
  const accountId = kind === 'accounts' ? sql.ref('id') : kind === 'partners' ? sql`null::uuid` : sql.ref('account_id');
  const { rows } = await sql<{ id: string; name: string; version: number; account_id: string | null }>`
    update ${sql.table(kind)} set owner_id = ${to.id}, team_id = ${to.teamId}, updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId} and owner_id = ${from.id}
    returning id, name, version, ${accountId} as account_id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (kind === 'deals') await keepDealStates(tx, tenantId, ids, now);
  await record.all(
    rows.map(({ id, name, version, account_id }) => ({
      type: `${noun}.ownerChanged`,
      subject: { kind: noun, id },
      accountId: account_id,
      data: {
        name,
        version,
        before: { ownerId: from.id, teamId: from.teamId },
        after: { ownerId: to.id, teamId: to.teamId },
        from: from.name,
        to: to.name,
        reason: 'handOver',
      },
    })),
  );
}

async function moveTasks(tx: Tx, { tenantId, from, to, record }: Move): Promise<void> {
  const { rows } = await sql<{ id: string; title: string; account_id: string | null }>`
    update tasks set owner_id = ${to.id}, version = version + 1
    where tenant_id = ${tenantId} and owner_id = ${from.id} and done_at is null
    returning id, title, account_id`.execute(tx);
  await record.all(
    rows.map(({ id, title, account_id }) => ({
      type: 'task.ownerChanged',
      subject: { kind: 'task', id },
      accountId: account_id,
      data: {
        name: title,
        before: { ownerId: from.id },
        after: { ownerId: to.id },
        from: from.name,
        to: to.name,
        reason: 'handOver',
      },
    })),
  );
}

const teams = [
  { records: 'accounts', members: 'account_members', key: 'account_id', noun: 'account', account: 'id' },
  { records: 'deals', members: 'deal_members', key: 'deal_id', noun: 'deal', account: 'account_id' },
] as const;

/** The heir takes the leaver's place on every team, in her role there, unless she already stands on it. */
export async function moveMemberships(tx: Tx, { tenantId, from, to, now, record }: Move): Promise<void> {
  for (const { records, members, key, noun, account } of teams) {
    const memberTable = sql.table(members);
    await sql`
      insert into ${memberTable} (tenant_id, ${sql.ref(key)}, user_id, role)
      select tenant_id, ${sql.ref(key)}, ${to.id}::uuid, role from ${memberTable}
      where tenant_id = ${tenantId} and user_id = ${from.id} on conflict do nothing`.execute(tx);
    await sql`delete from ${memberTable} where tenant_id = ${tenantId} and user_id = ${from.id}`.execute(tx);
    const { rows } = await sql<{ id: string; name: string; account_id: string | null }>`
      update ${sql.table(records)} set updated_at = ${now}, version = version + 1,
        member_ids = array_remove(array_remove(member_ids, ${from.id}::uuid), ${to.id}::uuid) || ${to.id}::uuid
      where tenant_id = ${tenantId} and member_ids @> array[${from.id}::uuid]
      returning id, name, ${sql.ref(account)} as account_id`.execute(tx);
    await record.all(
      rows.map(({ id, name, account_id }) => ({
        type: `${noun}.memberReplaced`,
        subject: { kind: noun, id },
        accountId: account_id,
        data: { name, fromId: from.id, toId: to.id, from: from.name, to: to.name, reason: 'handOver' },
      })),
    );
  }
}
