import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { z } from 'zod';
import { can, type Actor } from '#permissions/actor.ts';
import { inLang } from '#shared/input-words.ts';
import { Id } from '#shared/id.ts';
import type { Lang } from '#shared/messages.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { answer, signedIn, type Asked } from '#platform/http/plain-routes.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import type { App } from '#platform/http/server.server.ts';
import { limits } from '#platform/import-export/table-file.ts';
import { tableRefusals } from '#platform/import-export/table-refusals.ts';
import { mediaTypes, outputs, writeTable } from '#platform/import-export/table-writer.server.ts';
import { headerOf } from '#imports/card-columns.ts';
import { importRefusals } from '#imports/import-refusals.ts';
import type { Fault } from '#imports/import-record.ts';
import { importTargets, oneImport } from '#imports/import-store.server.ts';
import { mayWrite } from '#imports/imports.server.ts';

const PART_BYTES = 8 * 1024 * 1024;
const refusals: RefusalKinds = { ...tableRefusals, ...importRefusals };

/** The file on its way in, piece by piece, and the rows that were not taken on their way back. */
export function importRoutes(app: App): void {
  app.put('/api/imports/:id/parts/:position', (c) => answer(c, refusals, () => takePart(c)));
  app.get('/api/imports/:id/faults.:format', (c) => answer(c, refusals, () => sendFaults(c)));
}

async function takePart(c: Asked) {
  const { actor, id } = asked(c);
  const position = z.coerce.number().int().min(0).max(100_000).safeParse(c.req.param('position'));
  if (!position.success) return refuse('record.notFound');
  const content = Buffer.from(await c.req.arrayBuffer());
  if (content.length > PART_BYTES) return refuse('request.tooLarge', { limit: '8 MB' });
  await c.var.context.database.write(actor.tenantId, (tx) => keepPart(tx, actor, id, position.data, content));
  return c.json({ position: position.data, bytes: content.length });
}

/** A piece of the file; sent again, it is the same piece. The whole may be as large as a CSV may. */
export async function keepPart(tx: Tx, actor: Actor, id: string, position: number, content: Uint8Array): Promise<void> {
  const kept = await oneImport(tx, actor, id, true);
  mayWrite(actor, kept.noun);
  if (kept.state !== 'uploading') throw new Refused(refuse('import.wrongMoment', { state: kept.state }));
  const { rows } = await sql<{ next: number; bytes: number }>`
    select count(*)::int as next, coalesce(sum(octet_length(content)) filter (where position <> ${position}), 0)::bigint as bytes
    from import_parts where tenant_id = ${actor.tenantId} and import_id = ${id}`.execute(tx);
  const { next, bytes } = rows[0]!;
  if (position > next) throw new Refused(refuse('import.partOutOfOrder', { expected: next }));
  if (bytes + content.length > limits.csvBytes) throw new Refused(refuse('file.tooLarge', { limit: '100 MB' }));
  await tx
    .insertInto('import_parts')
    .values({ tenant_id: actor.tenantId, import_id: id, position, content: Buffer.from(content) })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'import_id', 'position']).doUpdateSet({ content: Buffer.from(content) }),
    )
    .execute();
  await tx
    .updateTable('imports')
    .set({ bytes: bytes + content.length })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function sendFaults(c: Asked) {
  const { actor, id } = asked(c);
  const format = z.enum(outputs).safeParse(c.req.param('format'));
  if (!format.success) return refuse('record.notFound');
  const { database, lang } = c.var.context;
  const { kept, labels } = await database.read(actor.tenantId, async (db) => {
    const kept = await oneImport(db, actor, id);
    const { targets } = await importTargets(db, actor.tenantId, kept.noun);
    return { kept, labels: new Map(targets.map(({ key, label }) => [key, label[lang]])) };
  });
  const { layout } = kept;
  const headers = (layout?.columns ?? []).map(({ header }) => headerOf(layout!, header)[lang]);
  const place = layout?.kind === 'vcard' ? { zh: '名片序号', en: 'Card' } : { zh: '行号', en: 'Row' };
  const words = [place[lang], lang === 'zh' ? '未导入的原因' : 'Not taken because'];
  const body = await writeTable(
    format.data,
    [...headers, ...words],
    faultRows(database, actor, id, headers.length, labels, lang),
  );
  const name = `${kept.fileName.replace(/\.\w+$/, '')}-${lang === 'zh' ? '未导入的行' : 'not-taken'}.${format.data === 'xlsx' ? 'xlsx' : 'csv'}`;
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    'content-type': mediaTypes[format.data],
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}

/** The rows as they stand in the file, so that they can be corrected and imported again. */
async function* faultRows(
  database: Database,
  actor: Actor,
  id: string,
  width: number,
  labels: ReadonlyMap<string, string>,
  lang: Lang,
) {
  for (let after = 0; ;) {
    const faults = await database.read(actor.tenantId, async (db) => {
      const { rows } = await sql<Fault>`
        select row_number as row, cells, issues from import_faults
        where tenant_id = ${actor.tenantId} and import_id = ${id} and row_number > ${after}
        order by row_number limit 500`.execute(db);
      return rows;
    });
    if (faults.length === 0) return;
    yield faults.map(({ row, cells, issues }) => [
      ...Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      row,
      issues
        .map(({ target, message }) => [labels.get(target), inLang(message, lang)].filter(Boolean).join('：'))
        .join('；'),
    ]);
    after = faults.at(-1)!.row;
  }
}

function asked(c: Asked): { actor: Actor; id: string } {
  const actor = signedIn(c);
  if (!can(actor, 'import.run')) throw new Refused(refuse('permission.missing', { permission: 'import.run' }));
  const id = Id.safeParse(c.req.param('id'));
  if (!id.success) throw new Refused(refuse('record.notFound'));
  return { actor, id: id.data };
}
