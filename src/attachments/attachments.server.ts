import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { Instant } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import type { Record } from '#platform/events/events.server.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import type { Subject, SubjectKind } from '#platform/subject.ts';
import { mayKeep, MOST_BYTES, safeName, type Attachment } from '#attachments/attachment.ts';
import { attachmentsContract } from '#attachments/attachments.contract.ts';
import { mediaTypeOf } from '#attachments/sniff.server.ts';

export const attachmentHandlers = serve(attachmentsContract, {
  list: async ({ actor, db }, { subjectKind, subjectId }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    const rows = await attachmentsOf(db, actor)
      .where('attachments.subject_id', '=', subject.id)
      .orderBy('attachments.id', 'desc')
      .limit(500)
      .execute();
    return { rows: rows.map(typed) };
  },

  remove: async ({ actor, tx, record, now }, { id }) => {
    const { attachment, accountId } = await oneAttachment(tx, actor, id);
    if (attachment.addedBy !== actor.userId && !can(actor, 'account.merge')) {
      return refuse('attachment.notYours', { addedByName: attachment.addedByName });
    }
    await tx
      .updateTable('attachments')
      .set({ deleted_at: now })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', id)
      .execute();
    const subject = { kind: attachment.subjectKind, id: attachment.subjectId };
    await record({ type: 'attachment.removed', subject, accountId, data: { name: attachment.name, attachmentId: id } });
    return { id };
  },
});

type Upload = { subject: Subject; name: string; content: Uint8Array };

/** Keeps a file with a record; the same content is stored once. */
export async function keepAttachment(
  { actor, tx, record, now }: { actor: Actor; tx: Tx; record: Record; now: Instant },
  { subject, name, content }: Upload,
): Promise<Attachment> {
  if (content.byteLength === 0) throw new Refused(refuse('attachment.empty'));
  if (content.byteLength > MOST_BYTES) throw new Refused(refuse('attachment.tooLarge'));
  const held = await holdSubject(tx, actor, subject);
  const mediaType = await mediaTypeOf(content, name);
  if (!mayKeep(mediaType)) throw new Refused(refuse('attachment.kindNotAllowed'));
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx
    .insertInto('attachment_contents')
    .values({ tenant_id: actor.tenantId, sha256, content: Buffer.from(content) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = {
    id: newId(),
    subject_kind: held.kind,
    subject_id: held.id,
    name: safeName(name, mediaType),
    media_type: mediaType,
    bytes: content.byteLength,
    sha256,
    added_by: actor.userId,
    created_at: now,
  };
  await tx
    .insertInto('attachments')
    .values({ tenant_id: actor.tenantId, ...row })
    .execute();
  const data = { name: row.name, attachmentId: row.id, bytes: row.bytes };
  const { kind, id, accountId } = held;
  await record({ type: 'attachment.added', subject: { kind, id }, accountId, data });
  return (await oneAttachment(tx, actor, row.id)).attachment;
}

/** A file with its content, of a record that the actor may see. */
export async function attachmentContent(db: ReadTx, actor: Actor, id: string) {
  const { attachment } = await oneAttachment(db, actor, id);
  const { rows } = await sql<{ content: Buffer }>`
    select c.content from attachments a
    join attachment_contents c on c.tenant_id = a.tenant_id and c.sha256 = a.sha256
    where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${id}::uuid`.execute(db);
  return { attachment, content: found(rows[0]).content };
}

function attachmentsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('attachments')
    .innerJoin('users as adder', (join) =>
      join.onRef('adder.tenant_id', '=', 'attachments.tenant_id').onRef('adder.id', '=', 'attachments.added_by'),
    )
    .select([
      'attachments.id',
      'attachments.subject_kind as subjectKind',
      'attachments.subject_id as subjectId',
      'attachments.name',
      'attachments.media_type as mediaType',
      'attachments.bytes',
      'attachments.added_by as addedBy',
      'adder.name as addedByName',
      'attachments.created_at as createdAt',
    ])
    .where('attachments.tenant_id', '=', actor.tenantId)
    .where('attachments.deleted_at', 'is', null);
}

async function oneAttachment(db: ReadTx, actor: Actor, id: string) {
  const row = await attachmentsOf(db, actor).where('attachments.id', '=', id).executeTakeFirst();
  const attachment = typed(found(row));
  const { accountId } = await subjectOf(db, actor, { kind: attachment.subjectKind, id: attachment.subjectId });
  return { attachment, accountId };
}

function typed<R extends { subjectKind: string }>(row: R) {
  return { ...row, subjectKind: row.subjectKind as SubjectKind };
}
