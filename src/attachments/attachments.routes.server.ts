import type { Context } from 'hono';
import { can, type Actor } from '#permissions/actor.ts';
import { isRefusal, pick, refuse, type Refusal, type RefusalKind, type RefusalKinds } from '#shared/refusal.ts';
import { recorder } from '#platform/events/events.server.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Refused } from '#platform/http/refused.server.ts';
import type { App } from '#platform/http/server.server.ts';
import { SubjectInput } from '#platform/subject.ts';
import { attachmentRefusals } from '#attachments/attachment.ts';
import { attachmentContent, keepAttachment } from '#attachments/attachments.server.ts';
import { Id } from '#shared/id.ts';
import { z } from 'zod';

type Asked = Context<{ Variables: { context: RequestContext } }>;

const refusals: RefusalKinds = {
  ...pick(platformRefusals, 'session.required', 'permission.missing', 'record.notFound', 'input.invalid'),
  ...attachmentRefusals,
};

/** Upload and download, which are not JSON. */
export function attachmentRoutes(app: App): void {
  app.post('/api/attachments', (c) => answer(c, () => upload(c)));
  app.get('/api/attachments/:id/content', (c) => answer(c, () => download(c)));
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

function signedIn(c: Asked): Actor {
  const { actor } = c.var.context;
  if (!actor) throw new Refused(refuse('session.required'));
  return actor;
}

/** A response, or the refusal as the API words it everywhere. */
async function answer(c: Asked, run: () => Promise<Response | Refusal>): Promise<Response> {
  const result = await run().catch((error: unknown) => {
    if (error instanceof Refused) return error.refusal;
    throw error;
  });
  if (!isRefusal(result)) return result;
  const { code, data } = result;
  const kind: RefusalKind | undefined = refusals[code];
  if (!kind) throw new Error(`undeclared refusal ${code}`);
  return c.json({ code, status: kind.status, message: kind.words(data)[c.var.context.lang], data }, kind.status);
}
