import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { compilePlaybook, type CompiledPlaybook } from '#method/compiled-playbook.ts';
import { parseKeptPlaybook, parsePlaybook } from '#method/playbook-text.ts';
import type { Playbook } from '#method/playbook.ts';
import type { Instant } from '#shared/day.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { tenantIds } from '#platform/jobs/jobs.server.ts';

const folder = fileURLToPath(new URL('../../playbooks', import.meta.url));

// A published version never changes, so what was compiled once serves for ever.
const compiled = new Map<string, Promise<CompiledPlaybook>>();

/** The version of a playbook that a deal is pinned to, ready to judge. */
export function compiledPlaybook(
  db: ReadTx,
  tenantId: string,
  id: string,
  version: number,
): Promise<CompiledPlaybook> {
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

/** The methods that the product ships. */
export async function builtInPlaybooks(): Promise<{ playbook: Playbook; source: string }[]> {
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

/** Publishes to a company the shipped versions that it has not got yet. */
export async function installPlaybooks(tx: Tx, tenantId: string, now: Instant): Promise<void> {
  const shipped = await builtInPlaybooks();
  await tx
    .insertInto('playbooks')
    .values(
      shipped.map(({ playbook, source }) => ({
        tenant_id: tenantId,
        id: playbook.id,
        version: playbook.version,
        name_zh: playbook.name.zh,
        name_en: playbook.name.en,
        source,
        published_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** On start: what a new release ships reaches the companies that are there already. Deals keep the version they have. */
export async function publishShippedPlaybooks(database: Database, now: Instant): Promise<void> {
  const shipped = (await builtInPlaybooks()).map(({ playbook: { id, version } }) => `${id} ${version}`);
  const { rows } = await sql<{ tenant_id: string }>`
    select tenant_id from playbooks where id || ' ' || version = any(${shipped}::text[])
    group by tenant_id having count(*) = ${shipped.length}`.execute(database.system);
  const complete = new Set(rows.map(({ tenant_id }) => tenant_id));
  for (const tenantId of await tenantIds(database)) {
    if (!complete.has(tenantId)) await database.write(tenantId, (tx) => installPlaybooks(tx, tenantId, now));
  }
}
