import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide, found, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { SubjectKind } from '#platform/subject.ts';
import type { Note } from '#notes/note.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { refuse } from '#shared/refusal.ts';

const PREVIEW = 120;

export const noteHandlers = serve(notesContract, {
  list: async ({ actor, db }, { subjectKind, subjectId, after, limit }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    const query = notesOf(db, actor).where('notes.subject_id', '=', subject.id);
    const id = sql.ref('notes.id');
    const { rows, next } = await onePage(query, { after, limit, order: 'desc' }, sql.ref('notes.created_at'), id);
    return { rows: rows.map(typed), next };
  },

  create: async ({ actor, tx, record, now }, { subjectKind, subjectId, body }) => {
    const { id: subjectOfNote, name, accountId } = await holdSubject(tx, actor, { kind: subjectKind, id: subjectId });
    decide(refuseWritten(body));
    const row = { id: newId(), subject_kind: subjectKind, subject_id: subjectOfNote, account_id: accountId, body };
    await tx
      .insertInto('notes')
      .values({ tenant_id: actor.tenantId, ...row, author_id: actor.userId, created_at: now, updated_at: now })
      .execute();
    const subject = { kind: subjectKind, id: subjectOfNote };
    await record({ type: 'note.written', subject, accountId, data: { name, noteId: row.id, preview: preview(body) } });
    return oneNote(tx, actor, row.id);
  },

  update: async ({ actor, tx, record, now }, { id, version, body }) => {
    const { note, subject } = await ownNote(tx, actor, id);
    decide(refuseWritten(body));
    await saved(tx, 'notes', { tenantId: actor.tenantId, id, version }, { body, updated_at: now }, ['id']);
    const data = { name: subject.name, noteId: id, preview: preview(body) };
    await record({ type: 'note.changed', subject: of(note), accountId: subject.accountId, data });
    return oneNote(tx, actor, id);
  },

  remove: async ({ actor, tx, record, now }, { id, version }) => {
    const { note, subject } = await ownNote(tx, actor, id);
    await saved(tx, 'notes', { tenantId: actor.tenantId, id, version }, { deleted_at: now }, ['id']);
    const data = { name: subject.name, noteId: id };
    await record({ type: 'note.removed', subject: of(note), accountId: subject.accountId, data });
    return { id };
  },
});

function notesOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('notes')
    .innerJoin('users as author', (join) =>
      join.onRef('author.tenant_id', '=', 'notes.tenant_id').onRef('author.id', '=', 'notes.author_id'),
    )
    .select([
      'notes.id',
      'notes.subject_kind as subjectKind',
      'notes.subject_id as subjectId',
      'notes.body',
      'notes.author_id as authorId',
      'author.name as authorName',
      'notes.version',
      'notes.created_at as createdAt',
      'notes.updated_at as updatedAt',
    ])
    .where('notes.tenant_id', '=', actor.tenantId)
    .where('notes.deleted_at', 'is', null);
}

async function oneNote(db: ReadTx, actor: Actor, id: string): Promise<Note> {
  return typed(found(await notesOf(db, actor).where('notes.id', '=', id).executeTakeFirst()));
}

/** A note on a subject that the actor may see, written by her. */
async function ownNote(db: ReadTx, actor: Actor, id: string) {
  const note = await oneNote(db, actor, id);
  const subject = await subjectOf(db, actor, of(note));
  if (note.authorId !== actor.userId) throw new Refused(refuse('note.notAuthor', { authorName: note.authorName }));
  return { note, subject };
}

function of(note: Note) {
  return { kind: note.subjectKind, id: note.subjectId };
}

function typed<R extends { subjectKind: string }>(row: R) {
  return { ...row, subjectKind: row.subjectKind as SubjectKind };
}

function preview(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ');
  return line.length > PREVIEW ? `${line.slice(0, PREVIEW)}…` : line;
}
