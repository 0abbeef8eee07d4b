import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import type { PlaybookDraft } from '#playbooks/studio/draft.ts';

export type DraftRow = PlaybookDraft & { source: string; shippedVersion: number | null };

/** The company's drafts, the last saved first; one of them, or the one of a method, where asked. */
export async function draftRows(
  db: ReadTx,
  actor: Actor,
  { id = null, playbookId = null }: { id?: string | null; playbookId?: string | null } = {},
): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select d.id, d.playbook_id as "playbookId", json_build_object('zh', d.name_zh, 'en', d.name_en) as name, d.source,
      d.base_version as "baseVersion", d.shipped_version as "shippedVersion", d.version, d.updated_at as "updatedAt",
      u.name as "updatedByName", d.updated_by = ${actor.userId}::uuid as mine,
      (select max(p.version) from playbooks p where p.tenant_id = d.tenant_id and p.id = d.playbook_id) as "latestVersion"
    from playbook_drafts d
    join users u on u.tenant_id = d.tenant_id and u.id = d.updated_by
    where d.tenant_id = ${actor.tenantId}::uuid and (${id}::uuid is null or d.id = ${id}::uuid)
      and (${playbookId}::text is null or d.playbook_id = ${playbookId}::text)
    order by d.updated_at desc, d.id`.execute(db);
  return rows;
}

export async function oneDraft(db: ReadTx, actor: Actor, id: string): Promise<DraftRow | undefined> {
  return (await draftRows(db, actor, { id }))[0];
}

export async function draftOfPlaybook(db: ReadTx, actor: Actor, playbookId: string): Promise<DraftRow | undefined> {
  return (await draftRows(db, actor, { playbookId }))[0];
}

export async function removeDraft(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.deleteFrom('playbook_drafts').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}
