import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { lintRulesOf } from '#lint/lint-rules-store.server.ts';
import { addDays, type Instant } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import { asksOf } from '#today/asks.server.ts';
import { myDeals, teamDeals, toSign, type DealRow } from '#today/deal-lines.server.ts';
import { myTasks } from '#today/my-tasks.server.ts';
import { reasons, sectioned, type Ask, type DealLine, type Reason, type Section, type Today } from '#today/today.ts';
import { todayContract } from '#today/today.contract.ts';

const SHOWN = 5;
/** As many as are read of a reason: each is judged. */
const ASKED = 16;
const IMPORT_DAYS = 3;

export const todayHandlers = serve(todayContract, {
  show: async ({ actor, db, now, today }) => {
    const reads = can(actor, 'deal.read');
    const leads = reads && can(actor, 'deal.override') && actor.scope !== 'self';
    // Sent one behind the other without waiting; only the questions wait for the deals they are about.
    const [tasks, read, team, closing, imports, steps, { rules }] = await Promise.all([
      myTasks(db, actor, today),
      reads ? myDeals(db, actor, { now, today }) : [],
      leads ? teamDeals(db, actor, { now, today }) : null,
      reads ? toSign(db, actor, today) : [],
      finishedImports(db, actor, now),
      can(actor, 'deal.write') && actor.scope === 'self' ? firstSteps(db, actor) : null,
      lintRulesOf(db, actor.tenantId),
    ]);
    const mine = await onlyRounds(db, actor, read);
    const candidates = ['oneAnswer', 'round'].flatMap((asked) =>
      mine.filter(({ reason }) => reason === asked).slice(0, ASKED),
    );
    const asks = await asksOf(db, actor, candidates, today);
    const settled = new Set(candidates.map(({ id }) => id).filter((id) => !asks.has(id)));
    const rows = mine.filter(({ reason, id }) => (reason !== 'oneAnswer' && reason !== 'round') || !settled.has(id));
    const names = new Map(rules.map(({ id, name }) => [id, name]));
    const lineOf: LineOf = (row, why) => toLine(db, actor, row, { why, ask: asks.get(row.id) ?? null, names });
    return {
      day: today,
      tasks,
      deals: await sectionsOf(mine, rows, lineOf),
      closing,
      team: team && {
        overridden: await linesFor('overridden', team, lineOf),
        stuck: await linesFor('stuck', team, lineOf),
      },
      imports,
      steps: steps && steps.account && steps.deal && steps.evidence ? null : steps,
    };
  },
});

/** Won deals go round only in a stage without end; others that were won are on their way to the last gate. */
async function onlyRounds(db: ReadTx, actor: Actor, rows: readonly DealRow[]): Promise<DealRow[]> {
  const goes = await Promise.all(
    rows.map(async ({ reason, playbookId, playbookVersion, stageId }) => {
      if (reason !== 'round') return true;
      const { stageById } = await compiledPlaybook(db, actor.tenantId, playbookId, playbookVersion);
      return stageById.get(stageId)?.stage.endless === true;
    }),
  );
  const kept = rows.filter((_, at) => goes[at]);
  const rounds = kept.filter(({ reason }) => reason === 'round');
  const stages = new Map(rounds.map((row) => [`${row.playbookId}/${row.playbookVersion}/${row.stageId}`, row.total]));
  const total = [...stages.values()].reduce((sum, of) => sum + of, 0);
  return kept.map((row) => (row.reason === 'round' ? { ...row, total } : row));
}

type LineOf = (row: DealRow, why: Reason[]) => Promise<DealLine>;

async function sectionsOf(all: readonly DealRow[], rows: readonly DealRow[], lineOf: LineOf): Promise<Today['deals']> {
  const placed = sectioned(rows, SHOWN);
  const shown = new Set(reasons.flatMap((reason) => placed[reason].map(({ row }) => row.id)));
  const sections = await Promise.all(
    reasons.map(async (reason): Promise<[Reason, Section]> => {
      const lines = await Promise.all(placed[reason].map(({ row, reasons: why }) => lineOf(row, why)));
      const total = all.find((row) => row.reason === reason)?.total ?? 0;
      // Judged today, some lack none or several: they are no longer of this kind.
      const gone =
        all.filter((row) => row.reason === reason).length - rows.filter((row) => row.reason === reason).length;
      const seen = rows.filter((row) => row.reason === reason && shown.has(row.id)).length;
      return [reason, { lines, count: total - gone, more: total - gone - seen }];
    }),
  );
  return Object.fromEntries(sections) as Today['deals'];
}

function linesFor(reason: Reason, rows: readonly DealRow[], lineOf: LineOf): Promise<DealLine[]> {
  return Promise.all(rows.filter((row) => row.reason === reason).map((row) => lineOf(row, [reason])));
}

type Around = { why: Reason[]; ask: Ask | null; names: ReadonlyMap<string, Text> };

async function toLine(db: ReadTx, actor: Actor, row: DealRow, { why, ask, names }: Around): Promise<DealLine> {
  const { playbookId, playbookVersion, stageId, overrides, lints: ids, reason: _reason, total: _total, ...line } = row;
  const lints = ids.flatMap((id) => names.get(id) ?? []).slice(0, 3);
  const compiled = await compiledPlaybook(db, actor.tenantId, playbookId, playbookVersion);
  const stage = compiled.stageById.get(stageId)?.stage.name ?? { zh: stageId, en: stageId };
  const first = overrides[0];
  const override = first ? { on: first.on, reason: first.reason, covered: first.covered.length } : null;
  return { ...line, stage, override, lints, reasons: why, ask };
}

async function finishedImports(db: ReadTx, actor: Actor, now: Instant): Promise<Today['imports']> {
  const since = `${addDays(now.slice(0, 10), -IMPORT_DAYS)}T00:00:00.000Z`;
  const rows = await db
    .selectFrom('imports')
    .select(['id', 'noun', 'file_name as fileName', 'state', 'finished_at as finishedAt'])
    .where('tenant_id', '=', actor.tenantId)
    .where('created_by', '=', actor.userId)
    .where('state', 'in', ['done', 'failed'])
    .where('finished_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(3)
    .execute();
  return rows as Today['imports'];
}

/** Whether she has made the first account, the first deal, the first piece of evidence on it. */
async function firstSteps(db: ReadTx, actor: Actor) {
  const mine = sql`tenant_id = ${actor.tenantId}::uuid and owner_id = ${actor.userId}::uuid`;
  const { rows } = await sql<{ account: boolean; deal: boolean; evidence: boolean }>`
    select exists (select from accounts where ${mine}) as account, exists (select from deals where ${mine}) as deal,
      exists (select from (select id from deals where ${mine} limit 50) d
        join evidence e on e.tenant_id = ${actor.tenantId}::uuid and e.deal_id = d.id) as evidence`.execute(db);
  return rows[0]!;
}
