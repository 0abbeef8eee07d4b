import { can } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { recorder } from '#platform/events/events.server.ts';
import { answer, signedIn, type Asked } from '#platform/http/plain-routes.server.ts';
import type { App } from '#platform/http/server.server.ts';
import { SubjectInput } from '#platform/subject.ts';
import { attachmentRefusals } from '#attachments/attachment.ts';
import { attachmentContent, keepAttachment } from '#attachments/attachments.server.ts';
import { Id } from '#shared/id.ts';
import { z } from 'zod';

/** Upload and download, which are not JSON. */
export function attachmentRoutes(app: App): void {
  app.post('/api/attachments', (c) => answer(c, attachmentRefusals, () => upload(c)));
  app.get('/api/attachments/:id/content', (c) => answer(c, attachmentRefusals, () => download(c)));
}

async function upload(c: Asked) {
  const { database, now, requestId } = c.var.context;
  const actor = signedIn(c);
  if (!can(actor, 'task.write')) return refuse('permission.missing', { permission: 'task.write' });
  const form = await c.req.parseBody().catch(() => ({}));
  const asked = Form.safeParse(form);
  if (!asked.success) {
    const issues = asked.error.issues.map(({ path, message }) => ({ path: path as string[], message }));
    return refuse('input.invalid', { issues });
  }
  const { subjectKind: kind, subjectId, file } = asked.data;
  const content = new Uint8Array(await file.arrayBuffer());
  const at = now.toISOString();
  const kept = await database.write(actor.tenantId, (tx) =>
    keepAttachment(
      { actor, tx, now: at, record: recorder(tx, actor, at, requestId) },
      { subject: { kind, id: subjectId }, name: file.name, content },
    ),
  );
  return c.json(kept);
}

const Form = z.object({ ...SubjectInput, file: z.instanceof(File) });

async function download(c: Asked) {
  const actor = signedIn(c);
  const id = Id.safeParse(c.req.param('id'));
  if (!id.success) return refuse('record.notFound');
  const { database } = c.var.context;
  const { attachment, content } = await database.read(actor.tenantId, (db) => attachmentContent(db, actor, id.data));
  return c.body(new Uint8Array(content), 200, {
    'content-type': attachment.mediaType,
    'content-length': String(content.byteLength),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name).replaceAll(/['()*]/g, escape)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
