import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compilePlaybook, type CompiledPlaybook } from '#method/compiled-playbook.ts';
import { parseKeptPlaybook, parsePlaybook } from '#method/playbook-text.ts';
import type { Playbook } from '#method/playbook.ts';
import type { Instant } from '#shared/day.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { tenantIds } from '#platform/jobs/jobs.server.ts';
import { fateOf } from '#playbooks/shipped.ts';

const folder = fileURLToPath(new URL('../../playbooks', import.meta.url));

// A published version never changes, so what was compiled once serves for ever.
const compiled = new Map<string, Promise<CompiledPlaybook>>();

/** The version of a playbook that a deal is pinned to, ready to judge. */
export function compiledPlaybook(db: ReadTx, tenantId: string, id: string, version: number): Promise<CompiledPlaybook> {
  const key = `${tenantId}/${id}/${version}`;
  const known = compiled.get(key);
  if (known) return known;
  const loading = loadPlaybook(db, tenantId, id, version);
  compiled.set(key, loading);
  loading.catch(() => compiled.delete(key));
  return loading;
}

async function loadPlaybook(db: ReadTx, tenantId: string, id: string, version: number): Promise<CompiledPlaybook> {
  const row = await db
    .selectFrom('playbooks')
    .select('source')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new Refused(refuse('record.notFound'));
  const playbook = parseKeptPlaybook(row.source);
  if (isRefusal(playbook)) throw new Error(`playbook ${id} v${version} is kept with faults`);
  return compilePlaybook(playbook);
}

/** The newest published version. */
export async function latestPlaybook(db: ReadTx, tenantId: string, id: string): Promise<CompiledPlaybook> {
  const row = await db
    .selectFrom('playbooks')
    .select('version')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (!row) throw new Refused(refuse('playbook.unknown'));
  return compiledPlaybook(db, tenantId, id, row.version);
}

type Shipped = { playbook: Playbook; source: string };
let shipped: Promise<Shipped[]> | undefined;

/** The methods that the product ships: files that do not change while it runs, read once. */
export function builtInPlaybooks(): Promise<Shipped[]> {
  return (shipped ??= readBuiltIn());
}

async function readBuiltIn(): Promise<Shipped[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const source = await readFile(`${folder}/${name}`, 'utf8');
      const playbook = parsePlaybook(source);
      if (isRefusal(playbook)) throw new Error(`${name}: ${JSON.stringify(playbook.data)}`);
      return { playbook, source };
    }),
  );
}

/**
 * Publishes to a company the shipped versions that it has not got yet, and never in place of what it wrote itself: those
 * stay on offer (`fateOf`).
 */
export async function installPlaybooks(tx: Tx, tenantId: string, now: Instant): Promise<void> {
  const shipped = await builtInPlaybooks();
  const rows = await tx
    .selectFrom('playbooks')
    .select(['id', 'version', 'own', 'shipped_version as shippedVersion'])
    .where('tenant_id', '=', tenantId)
    .execute();
  const kept = Map.groupBy(rows, ({ id }) => id);
  const arriving = shipped.filter(
    ({ playbook }) => fateOf(playbook.version, kept.get(playbook.id) ?? []) === 'arrives',
  );
  if (arriving.length === 0) return;
  await tx
    .insertInto('playbooks')
    .values(
      arriving.map(({ playbook, source }) => ({
        tenant_id: tenantId,
        id: playbook.id,
        version: playbook.version,
        name_zh: playbook.name.zh,
        name_en: playbook.name.en,
        source,
        shipped_version: playbook.version,
        published_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // What a company is founded with is no news to it.
  const news = rows.length > 0 ? arriving : [];
  const events = news.map(({ playbook: { id, version, name } }) => ({
    type: 'playbook.arrived' as const,
    subject: { kind: 'playbook', id: newId() },
    data: { name: name.zh, playbookId: id, version },
  }));
  await recordAll(tx, { tenantId, userId: null }, now, null, events);
}

/** At the start of the process: what a newer release ships reaches every company. Deals keep the version they have. */
export async function publishShippedPlaybooks(database: Database, now: Instant): Promise<void> {
  for (const tenantId of await tenantIds(database))
    await database.write(tenantId, (tx) => installPlaybooks(tx, tenantId, now));
}
