import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { Rows } from '#platform/database/rows.generated.ts';
import { newId } from '#platform/id.server.ts';

/** Sign-in identities as better-auth keeps them; hashing is the library's. */
export async function createIdentity(
  system: Kysely<Rows>,
  email: string,
  name: string,
  password: string,
): Promise<string> {
  return insertIdentity(system, { email, name, passwordHash: await hashPassword(password) });
}

type NewIdentity = { email: string; name: string; passwordHash: string };

/** @returns its id */
export async function insertIdentity(system: Kysely<Rows>, { email, name, passwordHash }: NewIdentity) {
  const id = newId();
  const now = new Date().toISOString();
  const times = { createdAt: now, updatedAt: now };
  await system
    .insertInto('auth_user')
    .values({ id, name, email: email.toLowerCase(), emailVerified: true, ...times })
    .execute();
  await system
    .insertInto('auth_account')
    .values({ id: newId(), accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...times })
    .execute();
  return id;
}

export async function findIdentity(system: Kysely<Rows>, email: string): Promise<string | null> {
  const row = await system.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id ?? null;
}

export async function isPasswordOf(system: Kysely<Rows>, identityId: string, password: string): Promise<boolean> {
  const row = await system
    .selectFrom('auth_account')
    .select('password')
    .where('userId', '=', identityId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return Boolean(row?.password) && verifyPassword({ hash: row!.password!, password });
}

/** A new password ends every session of the identity. */
export async function setPassword(system: Kysely<Rows>, identityId: string, passwordHash: string): Promise<void> {
  await system
    .updateTable('auth_account')
    .set({ password: passwordHash, updatedAt: new Date().toISOString() })
    .where('userId', '=', identityId)
    .where('providerId', '=', 'credential')
    .execute();
  await system.deleteFrom('auth_session').where('userId', '=', identityId).execute();
}

export async function dropSecondFactor(system: Kysely<Rows>, identityId: string): Promise<void> {
  await system.deleteFrom('auth_two_factor').where('userId', '=', identityId).execute();
  await system.updateTable('auth_user').set({ twoFactorEnabled: false }).where('id', '=', identityId).execute();
}
