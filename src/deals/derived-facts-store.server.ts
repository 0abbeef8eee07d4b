import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { changes, type NewEvent } from '#platform/events/event.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { settle } from '#deals/deal-decisions.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import { judgedColumns, type JudgedRow } from '#deals/lint-subjects-store.server.ts';

type Facts = Deal['facts'];
type Row = JudgedRow & Pick<Deal, 'name' | 'class' | 'currency' | 'accountId'>;

/** Who derives: a command, or a job that nobody acts in. */
export type Deriving = Pick<CommandContext, 'tx' | 'now' | 'today' | 'record'> & { actor: { tenantId: string } };

/**
 * Facts of deals that follow from a record of their account: in its transaction, for all its deals that are under way,
 * also those that the actor does not see. Gates and lint are judged again, what an override left open may heal; as many
 * statements for many deals as for one. Only deals whose facts changed are written, each with its event; the version
 * stays, since nothing that anybody edits is overwritten.
 *
 * @param derive the facts as they are now; what it returns is kept
 */
export async function deriveFacts(
  { tx, actor: { tenantId }, now, today, record }: Deriving,
  accountIds: readonly string[],
  derive: (accountId: string, facts: Facts) => Facts,
): Promise<void> {
  const { rows } = await sql<Row>`
    select ${judgedColumns}, d.name, d.class, d.currency, d.account_id as "accountId" from deals d
    where d.tenant_id = ${tenantId}::uuid and d.account_id = any(${[...accountIds]}::uuid[])
      and d.state in ('open', 'won') and d.finished_on is null
    order by d.id for no key update of d`.execute(tx);
  const changed = rows.flatMap((row) => {
    const after: Row = { ...row, facts: derive(row.accountId!, row.facts) };
    return isDeepStrictEqual(after.facts, row.facts) ? [] : [{ row, after }];
  });
  if (changed.length === 0) return;
  const ids = changed.map(({ row }) => row.id);
  const evidence = await evidenceRecordsOf(tx, tenantId, ids);
  const settled = await Promise.all(
    changed.map(async ({ row, after }) => {
      const compiled = await compiledPlaybook(tx, tenantId, row.playbookId, row.playbookVersion);
      const situation = situationOf(after, row.productLines, evidence.get(row.id) ?? [], today);
      const { score, patch } = settle(after, compiled, situation);
      const whole: Row = { ...after, ...patch };
      return { row, score, after: whole };
    }),
  );
  const kept = settled.map(({ row, score, after }) => ({
    id: row.id,
    facts: after.facts,
    class: after.class,
    overrides: after.overrides,
    gate_met: score.met,
    gate_total: score.total,
  }));
  await sql`
    update deals set facts = now.facts, class = now.class, overrides = now.overrides, gate_met = now.gate_met,
      gate_total = now.gate_total
    from json_populate_recordset(null::deals, ${JSON.stringify(kept)}::json) now
    where deals.tenant_id = ${tenantId}::uuid and deals.id = now.id`.execute(tx);
  await keepDealStates(tx, tenantId, ids, now);
  await relint(tx, tenantId, ids, today);
  await record.all(settled.map(({ row, after }) => eventOf(row, after)));
}

/** In the deal's own story; the account's tells what it followed from. */
function eventOf(row: Row, { facts, class: ripeness, overrides }: Row): NewEvent {
  return {
    type: 'deal.informationDerived',
    subject: { kind: 'deal', id: row.id },
    data: {
      name: row.name,
      currency: row.currency,
      ...changes<Partial<Deal>>(row, { facts, class: ripeness, overrides }),
    },
  };
}
