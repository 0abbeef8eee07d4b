import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { Permission } from '#permissions/permission.ts';
import { recordAll } from '#platform/events/events.server.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { serve, serveOpen, type OpenContext } from '#platform/http/handlers.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { latestPlaybook } from '#playbooks/playbook-store.server.ts';
import { inLang } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';
import { guessPlan } from '#imports/guess-plan.ts';
import { KEPT_DAYS, wakeImports } from '#imports/import-jobs.server.ts';
import { writePermission, type ImportNoun } from '#imports/import-noun.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import { noCounts, type Fault, type Undone } from '#imports/import-record.ts';
import {
  fileOf,
  importFor,
  importRows,
  importTargets,
  importView,
  oneImport,
  rowView,
  saveImport,
  type KeptImport,
} from '#imports/import-store.server.ts';
import { importsContract } from '#imports/imports.contract.ts';
import { readLayout } from '#imports/read-file.server.ts';

const { list, show, faults, create, discard, ...worked } = importsContract;

export const importHandlers = {
  ...serve(
    { list, show, faults, create, discard },
    {
      list: async ({ actor, db }, { after, limit }) => {
        const newest = { after, limit, order: 'desc' as const };
        const { rows, next } = await onePage(importRows(db, actor), newest, sql.ref('i.created_at'), sql.ref('i.id'));
        return { rows: rows.map((row) => inWords(rowView(row), actor)) as never, next };
      },
      show: async ({ actor, db }, { id }) => inWords(await importView(db, actor, id), actor),
      faults: async ({ actor, db }, { id, after, limit }) => {
        await oneImport(db, actor, id);
        const { rows } = await sql<Fault>`
          select row_number as row, cells, issues from import_faults
          where tenant_id = ${actor.tenantId} and import_id = ${id} and row_number > ${after}
          order by row_number limit ${limit + 1}`.execute(db);
        const shown = rows.slice(0, limit).map(({ issues, ...fault }) => ({
          ...fault,
          issues: issues.map(({ target, message }) => ({ target, message: inLang(message, actor.lang) })),
        }));
        return { rows: shown, next: rows.length > limit ? shown.at(-1)!.row : null };
      },
      create: async ({ actor, tx, now }, { noun, fileName }) => {
        mayWrite(actor, noun);
        const id = newId();
        await tx
          .insertInto('imports')
          .values({
            tenant_id: actor.tenantId,
            id,
            noun,
            file_name: fileName,
            state: 'uploading',
            created_by: actor.userId,
            created_at: now,
          })
          .execute();
        return { id };
      },
      discard: async ({ actor, tx, record }, { id }) => {
        const { fileName: name, noun } = await importFor(tx, actor, id, 'discard');
        // Its file and its faults go with it.
        await tx.deleteFrom('imports').where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute();
        await record({ type: 'import.discarded', subject: { kind: 'import', id }, data: { name, noun } });
        return { id };
      },
    },
  ),
  // Reading a file and waking a worker happen outside of a transaction.
  ...serveOpen(worked, {
    read: async (context, { id, ...chosen }) => {
      const { database, actor } = opened(context);
      const { noun } = await database.write(actor.tenantId, (tx) => importFor(tx, actor, id, 'read'));
      mayWrite(actor, noun);
      const layout = await readLayout(fileOf(database, actor.tenantId, id), chosen);
      if (layout.kind === 'vcard' && noun !== 'contact') throw new Refused(refuse('import.cardsAreContacts'));
      await database.write(actor.tenantId, async (tx) => {
        await importFor(tx, actor, id, 'read');
        const { targets } = await importTargets(tx, actor.tenantId, noun);
        const playbook = noun === 'deal' ? (await latestPlaybook(tx, actor.tenantId, 'six-step')).playbook : undefined;
        const plan = guessPlan(noun, layout, targets, playbook);
        await saveImport(tx, actor.tenantId, id, {
          state: 'mapping',
          layout,
          plan,
          report: null,
          rows_total: layout.rows,
          rows_done: 0,
        });
      });
      return shown(database, actor, id);
    },

    check: async (context, { id, plan }) => {
      const { database, actor, now } = opened(context);
      await database.write(actor.tenantId, async (tx) => {
        const kept = await importFor(tx, actor, id, 'plan');
        mayWrite(actor, kept.noun);
        await complete(tx, actor, kept, plan);
        const runsAs = { ...actor, teamId: await teamOf(tx, actor) };
        await saveImport(tx, actor.tenantId, id, {
          state: 'checking',
          plan,
          report: null,
          actor: runsAs,
          rows_done: 0,
          started_at: now,
          failure: null,
        });
      });
      return woken(database, actor, id);
    },

    run: async (context, { id }) => {
      const { database, actor, now } = opened(context);
      await database.write(actor.tenantId, async (tx) => {
        const kept = await importFor(tx, actor, id, 'run');
        mayWrite(actor, kept.noun);
        const fresh = kept.state === 'checked' ? { rows_done: 0, outcome: noCounts } : {};
        await saveImport(tx, actor.tenantId, id, {
          state: 'running',
          ...fresh,
          started_at: now,
          finished_at: null,
          cancel_asked: false,
          failure: null,
        });
        await tell(tx, context, kept, 'import.started');
      });
      return woken(database, actor, id);
    },

    cancel: async (context, { id }) => {
      const { database, actor } = opened(context);
      await database.write(actor.tenantId, async (tx) => {
        await importFor(tx, actor, id, 'cancel');
        await saveImport(tx, actor.tenantId, id, { cancel_asked: true });
      });
      return shown(database, actor, id);
    },

    undo: async (context, { id }) => {
      const { database, actor, now } = opened(context);
      await database.write(actor.tenantId, async (tx) => {
        const kept = await importFor(tx, actor, id, 'undo');
        mayWrite(actor, kept.noun);
        if (Date.parse(now) - Date.parse(kept.createdAt) > KEPT_DAYS * 86_400_000)
          throw new Refused(refuse('import.tooOld'));
        await saveImport(tx, actor.tenantId, id, {
          state: 'undoing',
          started_at: now,
          finished_at: null,
          failure: null,
        });
        await tell(tx, context, kept, 'import.undoAsked');
      });
      return woken(database, actor, id);
    },
  }),
};

function opened({ actor, ...context }: OpenContext): OpenContext & { actor: Actor } {
  if (!actor) throw new Refused(refuse('session.required'));
  return { ...context, actor };
}

export function mayWrite(actor: Actor, noun: ImportNoun): void {
  const permission: Permission = writePermission[noun];
  if (!can(actor, permission)) throw new Refused(refuse('permission.missing', { permission }));
}

/** Every required target has a column or a constant, and nobody is hired by a file without the right to. */
async function complete(tx: Tx, actor: Actor, kept: KeptImport, plan: ImportPlan): Promise<void> {
  const { targets } = await importTargets(tx, actor.tenantId, kept.noun);
  const has = (key: string) => plan.targets.includes(key) || (plan.constants[key] ?? '') !== '';
  const nameInParts = kept.noun === 'contact' && (has('firstName') || has('lastName'));
  const missing = targets.filter(({ key, required }) => required && !has(key) && !(key === 'name' && nameInParts));
  if (missing.length > 0 || !plan.targets.some(Boolean)) {
    const labels = (missing.length > 0 ? missing : targets.slice(0, 1)).map(({ label }) => label);
    throw new Refused(refuse('import.targetMissing', { labels }));
  }
  if (kept.noun === 'deal') await latestPlaybook(tx, actor.tenantId, plan.playbookId);
  if (plan.createMissing.includes('owner') && !can(actor, 'team.write'))
    throw new Refused(refuse('import.mayNotCreateOwners'));
}

async function teamOf(tx: Tx, actor: Actor): Promise<string | null> {
  const row = await tx
    .selectFrom('users')
    .select('team_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', actor.userId)
    .executeTakeFirst();
  return row?.team_id ?? null;
}

async function tell(tx: Tx, { now, requestId, actor }: OpenContext, kept: KeptImport, type: `import.${string}`) {
  const subject = { kind: 'import', id: kept.id };
  await recordAll(tx, actor!, now, requestId, [{ type, subject, data: { name: kept.fileName, noun: kept.noun } }]);
}

async function woken(database: Database, actor: Actor, id: string) {
  await wakeImports(database, actor.tenantId, id);
  return shown(database, actor, id);
}

async function shown(database: Database, actor: Actor, id: string) {
  return inWords(await database.read(actor.tenantId, (db) => importView(db, actor, id)), actor);
}

function inWords<R extends { failure: string | null; undone: unknown }>(row: R, actor: Actor) {
  return { ...row, failure: row.failure && inLang(row.failure, actor.lang), undone: row.undone as Undone | null };
}
