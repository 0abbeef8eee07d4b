import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import type { Playbook } from '#method/playbook.ts';

/**
 * The newest published version, held until this transaction ends: two publishers come one after the other. Who has waited
 * reads again, as there may be a newer one by now.
 */
export async function holdLatest(tx: Tx, tenantId: string, id: string) {
  const newest = tx
    .selectFrom('playbooks')
    .select(['version', 'name_zh as name', 'source', 'shipped_version as shippedVersion'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1);
  await newest.forUpdate().execute();
  return (await newest.executeTakeFirst()) ?? null;
}

export async function sourceOf(db: ReadTx, tenantId: string, id: string, version: number) {
  return db
    .selectFrom('playbooks')
    .select(['source', 'shipped_version as shippedVersion'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
}

type Publication = {
  playbook: Playbook;
  source: string;
  note: string;
  shippedVersion: number | null;
  restores?: number;
};

export async function insertVersion(tx: Tx, actor: Actor, now: Instant, publication: Publication): Promise<void> {
  const { playbook, source, note, shippedVersion, restores = null } = publication;
  await tx
    .insertInto('playbooks')
    .values({
      tenant_id: actor.tenantId,
      id: playbook.id,
      version: playbook.version,
      name_zh: playbook.name.zh,
      name_en: playbook.name.en,
      source,
      note,
      own: true,
      shipped_version: shippedVersion,
      restores,
      published_at: now,
      published_by: actor.userId,
    })
    .execute();
}

/** Each version, the newest first, with the open deals that the reader sees on it. */
export async function versionsOf(db: ReadTx, tenantId: string, id: string, visible: ReturnType<typeof sql<boolean>>) {
  const { rows } = await sql<{
    version: number;
    publishedAt: string;
    publishedByName: string | null;
    note: string;
    own: boolean;
    shippedVersion: number | null;
    restores: number | null;
    openDeals: number;
  }>`
    select p.version, p.published_at as "publishedAt", u.name as "publishedByName", p.note, p.own,
      p.shipped_version as "shippedVersion", p.restores, coalesce(used.count, 0)::int as "openDeals"
    from playbooks p
    left join users u on u.tenant_id = p.tenant_id and u.id = p.published_by
    left join (select d.playbook_version, count(*) as count from deals d
      where d.tenant_id = ${tenantId}::uuid and d.playbook_id = ${id} and d.state = 'open' and ${visible}
      group by d.playbook_version) used on used.playbook_version = p.version
    where p.tenant_id = ${tenantId}::uuid and p.id = ${id}
    order by p.version desc`.execute(db);
  return rows;
}

/** Who said 'not now' to this shipped version, and when. */
export async function dismissalOf(db: ReadTx, tenantId: string, playbookId: string, shipped: number) {
  const row = await db
    .selectFrom('shipped_dismissals as s')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenant_id', '=', 's.tenant_id').onRef('u.id', '=', 's.dismissed_by'),
    )
    .select(['u.name as by', 's.dismissed_at as at'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.playbook_id', '=', playbookId)
    .where('s.shipped_version', '=', shipped)
    .executeTakeFirst();
  return row ?? null;
}

export async function keepDismissal(
  tx: Tx,
  { tenantId, userId }: Actor,
  now: Instant,
  { playbookId, shipped, dismissed }: { playbookId: string; shipped: number; dismissed: boolean },
): Promise<void> {
  if (!dismissed) {
    const mine = tx.deleteFrom('shipped_dismissals').where('tenant_id', '=', tenantId);
    await mine.where('playbook_id', '=', playbookId).execute();
    return;
  }
  const said = { shipped_version: shipped, dismissed_at: now, dismissed_by: userId };
  await tx
    .insertInto('shipped_dismissals')
    .values({ tenant_id: tenantId, playbook_id: playbookId, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'playbook_id']).doUpdateSet(said))
    .execute();
}
