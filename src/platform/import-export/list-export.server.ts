import { Readable } from 'node:stream';
import { z } from 'zod';
import { can, type Actor } from '#permissions/actor.ts';
import type { Permission } from '#permissions/permission.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { refuse } from '#shared/refusal.ts';
import type { Database, ReadTx } from '#platform/database/database.server.ts';
import { recordAccess } from '#platform/events/access.server.ts';
import { answer, signedIn, type Asked } from '#platform/http/plain-routes.server.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Refused } from '#platform/http/refused.server.ts';
import type { App } from '#platform/http/server.server.ts';
import type { Cell } from '#platform/import-export/cell.ts';
import { mediaTypes, outputs, writeTable } from '#platform/import-export/table-writer.server.ts';

/** `cell` is a method, so that columns of different rows are columns. */
export type ExportColumn<Row> = { key: string; label: Text; cell(this: void, row: Row, lang: Lang): Cell };

/** By it an import knows a row again: a list that was exported and worked on comes back as changes. */
export const idColumn: ExportColumn<{ id: string }> = {
  key: 'id',
  label: { zh: '编号', en: 'Id' },
  cell: ({ id }) => id,
};

/** A list as a file: the same rows that the list shows under the same filters. */
export type ListExport<F extends z.ZodObject, Row> = {
  /** As in the address: 'accounts'. */
  list: string;
  name: Text;
  permission: Permission;
  /** The list's filters. */
  filters: F;
  sorts: readonly [string, ...string[]];
  columns: (db: ReadTx, actor: Actor) => Promise<readonly ExportColumn<Row>[]>;
  page(
    db: ReadTx,
    actor: Actor,
    asked: z.output<F>,
    at: { sort: string; order: 'asc' | 'desc'; after: string | undefined; limit: number },
  ): Promise<{ rows: readonly Row[]; next: string | null }>;
};

/** What the routes know of it: they look only at what they hand back to the export that it came from. */
export type AnyListExport = ListExport<z.ZodObject, unknown>;

const PAGE = 500;

/**
 * GET /api/exports/{list}?format=csv&columns=name,city&…filters as the list's own address has them; POST the same as a form,
 * for more `ids` than an address holds.
 */
export function exportRoutes(app: App, lists: readonly AnyListExport[]): void {
  for (const list of lists)
    app.on(['GET', 'POST'], `/api/exports/${list.list}`, (c) => answer(c, platformRefusals, () => download(c, list)));
}

async function download(c: Asked, list: AnyListExport) {
  const actor = signedIn(c);
  for (const permission of ['export.run', list.permission] as const)
    if (!can(actor, permission)) return refuse('permission.missing', { permission });
  const { database, now, requestId, lang } = c.var.context;
  const query = c.req.method === 'POST' ? await formOf(c) : c.req.query();
  const { format, columns: chosen, sort, order, ...filters } = asked(list, query);
  const all = (await database.read(actor.tenantId, (db) => list.columns(db, actor))) as ExportColumn<unknown>[];
  const wanted = chosen ? chosen.flatMap((key) => all.find((column) => column.key === key) ?? []) : all;
  const columns = wanted.length > 0 ? wanted : all;
  const rows = exported(database, actor, list, filters, { sort, order }, columns, lang);
  // The first page before the audit event and the answer: a refusal must not come in the middle of a file.
  const first = await rows.next();
  await recordAccess(database, actor, now.toISOString(), requestId, {
    type: 'export.taken',
    subject: { kind: 'company', id: actor.tenantId },
    data: { list: list.list, format, columns: columns.map(({ key }) => key), filters },
  });
  const body = await writeTable(
    format,
    columns.map(({ label }) => label[lang]),
    chained(first, rows),
  );
  const name = `${list.name[lang]}-${now.toISOString().slice(0, 10)}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}

async function formOf(c: Asked): Promise<Record<string, string>> {
  const form = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

async function* exported(
  database: Database,
  actor: Actor,
  list: AnyListExport,
  filters: Record<string, unknown>,
  { sort, order }: { sort: string; order: 'asc' | 'desc' },
  columns: readonly ExportColumn<unknown>[],
  lang: Lang,
): AsyncGenerator<Cell[][]> {
  let after: string | undefined;
  do {
    const at = { sort, order, after, limit: PAGE };
    // Each page in a transaction of its own: a long download holds no connection.
    const { rows, next } = await database.read(actor.tenantId, (db) => list.page(db, actor, filters, at));
    yield rows.map((row: unknown) => columns.map(({ cell }) => cell(row, lang)));
    after = next ?? undefined;
  } while (after);
}

async function* chained(first: IteratorResult<Cell[][], unknown>, rest: AsyncGenerator<Cell[][]>) {
  if (!first.done) yield first.value;
  yield* rest;
}

/** The address, read as the list reads its own: flags are 1, lists have commas, own fields are custom.key. */
function asked(list: AnyListExport, query: Record<string, string>) {
  const schema = list.filters.extend({
    format: z.enum(outputs).default('csv'),
    columns: z.array(z.string().max(80)).max(200).optional(),
    sort: z.enum(list.sorts).default(list.sorts[0]),
    order: z.enum(['asc', 'desc']).default('asc'),
  });
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const values: { [key: string]: unknown } = {};
  const custom: { [key: string]: string } = {};
  for (const [key, text] of Object.entries(query)) {
    if (key.startsWith('custom.')) custom[key.slice('custom.'.length)] = text;
    const type = (properties[key] as { type?: string } | undefined)?.type;
    if (key in properties && text !== '') values[key] = typed(text, type);
  }
  if (Object.keys(custom).length > 0) values['custom'] = custom;
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const issues = (parsed.error as z.ZodError).issues.map(({ path, message }) => ({
      path: path as string[],
      message,
    }));
    throw new Refused(refuse('input.invalid', { issues }));
  }
  return parsed.data as { format: (typeof outputs)[number]; columns?: string[]; sort: string; order: 'asc' | 'desc' };
}

function typed(text: string, type: string | undefined): unknown {
  if (type === 'boolean') return text === '1' || text === 'true';
  if (type === 'array') return text.split(',').filter(Boolean);
  if (type === 'integer' || type === 'number') return Number(text);
  return text;
}
