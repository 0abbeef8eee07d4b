import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { updateRows } from '#platform/database/many-rows.server.ts';
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
type Row = JudgedRow & Pick<Deal, 'name' | 'version' | 'class' | 'currency' | 'accountId'>;

/** Who derives: a command, or a job that nobody acts in. */
export type Deriving = Pick<CommandContext, 'tx' | 'now' | 'today' | 'record'> & { actor: { tenantId: string } };

/**
 * Facts of deals that follow from a record of their account: in its transaction, for all its deals that are under way,
 * also those that the actor does not see. Gates and lint are judged again, what an override left open may heal; as many
 * statements for many deals as for one. Only deals whose facts changed are written, each with its event.
 *
 * @param derive the facts as they are now; what it returns is kept
 */
export async function deriveFacts(
  { tx, actor: { tenantId }, now, today, record }: Deriving,
  accountIds: readonly string[],
  derive: (accountId: string, facts: Facts) => Facts,
): Promise<void> {
  const { rows } = await sql<Row>`
    select ${judgedColumns}, d.name, d.version, d.class, d.currency, d.account_id as "accountId" from deals d
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
  await updateRows(
    tx,
    'deals',
    tenantId,
    settled.map(({ row, score, after }) => ({
      id: row.id,
      version: row.version,
      facts: after.facts,
      class: after.class,
      overrides: after.overrides,
      gate_met: score.met,
      gate_total: score.total,
      updated_at: now,
    })),
  );
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
      version: row.version + 1,
      currency: row.currency,
      ...changes<Partial<Deal>>(row, { facts, class: ripeness, overrides }),
    },
  };
}
