import { z } from 'zod';
import { writtenRefusals } from '#compliance/written-text.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page } from '#platform/list/page.ts';
import { SubjectInput } from '#platform/subject.ts';
import { Note, NoteBody, noteRefusals } from '#notes/note.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const refusals = { ...pick(noteRefusals, 'note.notAuthor'), ...pick(platformRefusals, 'record.changed') };

export const notesContract = {
  list: query({
    path: '/notes',
    access: 'signedIn',
    summary: { zh: '备注，新的在前', en: 'Notes, newest first' },
    input: z.object({
      ...SubjectInput,
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: page(Note),
  }),
  create: command({
    path: '/notes',
    access: 'task.write',
    summary: { zh: '写备注', en: 'Write a note' },
    input: z.object({ ...SubjectInput, body: NoteBody }),
    output: Note,
    refusals: writtenRefusals,
  }),
  update: command({
    method: 'PATCH',
    path: '/notes/{id}',
    access: 'task.write',
    summary: { zh: '修改备注', en: 'Change a note' },
    input: Versioned.extend({ body: NoteBody }),
    output: Note,
    refusals: { ...refusals, ...writtenRefusals },
  }),
  remove: command({
    method: 'DELETE',
    path: '/notes/{id}',
    access: 'task.write',
    summary: { zh: '删除备注', en: 'Remove a note' },
    input: Versioned,
    output: z.object({ id: Id }),
    refusals,
  }),
};
