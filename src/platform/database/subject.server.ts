import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Subject, SubjectKind } from '#platform/subject.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';

export type FoundSubject = Subject & { name: string; accountId: string | null };

/** Contacts an actor may see: her own, and everyone at accounts that she may see. */
export function contactVisibleTo(actor: Actor, table: string): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`(${column('owner_id')} = ${actor.userId}::uuid
    or (${column('account_id')} is null and ${column('team_id')} = any(${[...actor.teamIds]}::uuid[]))
    or exists (select from accounts employer
      where employer.tenant_id = ${actor.tenantId}::uuid and employer.id = ${column('account_id')}
        and ${visibleTo(actor, 'employer')}))`;
}

/** The record as the actor may see it, or the one answer for missing and invisible. A merged record is its winner. */
export async function subjectOf(db: ReadTx, actor: Actor, { kind, id }: Subject): Promise<FoundSubject> {
  mustRead(actor, kind);
  const { rows } = await subjectQuery(actor, kind, id, sql``).execute(db);
  return found(rows[0]);
}

/**
 * The same, kept from being merged away until this transaction ends: for what is about to hang on it. A deal is held
 * against others who hold it, too: what hangs on it may change what its row keeps.
 */
export async function holdSubject(tx: Tx, actor: Actor, { kind, id }: Subject): Promise<FoundSubject> {
  mustRead(actor, kind);
  const lock = kind === 'deal' ? sql`for no key update of r` : sql`for share of r`;
  const { rows } = await subjectQuery(actor, kind, id, lock).execute(tx);
  return found(rows[0]);
}

function mustRead(actor: Actor, kind: SubjectKind) {
  const permission = `${kind}.read` as const;
  if (!can(actor, permission)) throw new Refused(refuse('permission.missing', { permission }));
}

function subjectQuery(actor: Actor, kind: SubjectKind, id: string, lock: RawBuilder<unknown>) {
  const table = sql.raw({ account: 'accounts', contact: 'contacts', deal: 'deals' }[kind]);
  const survivor =
    kind === 'deal'
      ? sql`${id}::uuid`
      : sql`coalesce((select m.merged_into from ${table} m
          where m.tenant_id = ${actor.tenantId}::uuid and m.id = ${id}::uuid), ${id}::uuid)`;
  const visible = kind === 'contact' ? contactVisibleTo(actor, 'r') : visibleTo(actor, 'r');
  // Nothing hangs on a person any more who was erased.
  const erased = kind === 'contact' ? sql`and r.erased_at is null` : sql``;
  const account = kind === 'account' ? sql`r.id` : sql`r.account_id`;
  return sql<FoundSubject>`
    select ${kind}::text as kind, r.id, r.name, ${account} as "accountId" from ${table} r
    where r.tenant_id = ${actor.tenantId}::uuid and r.id = ${survivor} and ${visible} ${erased} ${lock}`;
}
