import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { withBelieved } from '#chain/believed-people.ts';
import { believedIn } from '#chain/store/chain-maps-store.server.ts';
import { changes } from '#platform/events/event.ts';
import type { NewEvent } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import { settle } from '#deals/deal-decisions.ts';
import { lintingsOf, lintsAfter } from '#deals/deal-linting.server.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import { judgedColumns, type JudgedRow } from '#deals/lint-subjects-store.server.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now' | 'today' | 'record'>;
type Row = JudgedRow & Pick<Deal, 'name' | 'accountId' | 'class'>;
/** These deals, and the deals under way of these accounts. */
type Which = { readonly dealIds?: readonly string[]; readonly accountIds?: readonly string[] };

/**
 * Deals whose people have changed on a map: their facts follow, and gate, class and lint are judged again. The version
 * stays, since nothing that anybody edits is overwritten. As many statements for all deals of an account as for one.
 */
export async function settlePeople(context: Context, which: Which): Promise<void> {
  const { tx, actor } = context;
  const rows = await held(context, which);
  const believed = await believedIn(tx, actor.tenantId, rows);
  const fresh = rows.flatMap((row) => {
    const facts = withBelieved(row.facts, believed.get(row.id));
    return isDeepStrictEqual(facts, row.facts) ? [] : [{ ...row, facts }];
  });
  if (fresh.length === 0) return;
  await judge(context, fresh);
  await deriveInformation(
    context,
    fresh.map(({ accountId }) => accountId),
  );
}

async function held({ tx, actor }: Context, { dealIds = [], accountIds = [] }: Which): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${judgedColumns}, d.name, d.account_id as "accountId", d.class from deals d
    where d.tenant_id = ${actor.tenantId}::uuid and (d.id = any(${[...dealIds]}::uuid[])
      or d.account_id = any(${[...accountIds]}::uuid[]) and d.state in ('open', 'won', 'parked') and d.finished_on is null)
    order by d.id for no key update of d`.execute(tx);
  return rows;
}

async function judge({ tx, actor, today, record }: Context, rows: readonly Row[]): Promise<void> {
  const { tenantId } = actor;
  const ids = rows.map(({ id }) => id);
  const [evidence, lintings] = await Promise.all([
    evidenceRecordsOf(tx, tenantId, ids),
    lintingsOf(tx, tenantId, ids, today),
  ]);
  const judged = await Promise.all(
    rows.map(async (row) => {
      const compiled = await compiledPlaybook(tx, tenantId, row.playbookId, row.playbookVersion);
      const situation = situationOf(row, row.productLines, evidence.get(row.id) ?? [], today);
      const { score, patch } = settle(row, compiled, situation);
      return { row, patch, score, ...lintsAfter({ ...row, ...patch }, compiled, situation, lintings.get(row.id)!) };
    }),
  );
  const kept = judged.map(({ row, patch, score, lints, lintSerious }) => ({
    id: row.id,
    facts: row.facts,
    class: patch.class ?? row.class,
    overrides: patch.overrides ?? row.overrides,
    gate_met: score.met,
    gate_total: score.total,
    lints,
    lint_serious: lintSerious,
  }));
  await sql`
    update deals set facts = now.facts, class = now.class, overrides = now.overrides, gate_met = now.gate_met,
      gate_total = now.gate_total, lints = now.lints, lint_serious = now.lint_serious
    from json_populate_recordset(null::deals, ${JSON.stringify(kept)}::json) now
    where deals.tenant_id = ${tenantId}::uuid and deals.id = now.id`.execute(tx);
  await record.all(judged.flatMap(({ row, patch }) => followed(row, patch)));
}

/** What followed for the deal itself; of the people the map's own event tells. */
function followed(row: Row, patch: Partial<Deal>): NewEvent[] {
  const changed = changes<Partial<Deal>>(row, patch);
  if (!changed) return [];
  return [
    {
      type: patch.overrides ? 'deal.overrideHealed' : 'deal.reclassified',
      subject: { kind: 'deal', id: row.id },
      accountId: row.accountId,
      data: { name: row.name, ...changed },
    },
  ];
}
