import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { SubjectInput } from '#platform/subject.ts';
import { Attachment, attachmentRefusals } from '#attachments/attachment.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';

/**
 * Upload and download are not JSON (attachments.routes.server.ts):
 * POST /attachments, multipart: subjectKind, subjectId, file → Attachment; GET /attachments/{id}/content → the file.
 */
export const attachmentsContract = {
  list: query({
    path: '/attachments',
    access: 'signedIn',
    summary: { zh: '附件，新的在前', en: 'Attachments, newest first' },
    input: z.object(SubjectInput),
    output: z.object({ rows: z.array(Attachment) }),
  }),
  remove: command({
    method: 'DELETE',
    path: '/attachments/{id}',
    access: 'task.write',
    summary: { zh: '删除附件', en: 'Remove an attachment' },
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    refusals: pick(attachmentRefusals, 'attachment.notYours'),
  }),
};
