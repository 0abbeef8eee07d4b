import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { advise } from '#method/adviser.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { newId } from '#platform/id.server.ts';
import { adviserContract } from '#adviser/adviser.contract.ts';
import type { SalesMode } from '#adviser/sales-mode.ts';

const MOST = 20;

export const adviserHandlers = serve(adviserContract, {
  list: async ({ actor, db }, { subjectKind, subjectId }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    if (subjectKind === 'account') return modesOf(db, actor, { accountId: subject.id });
    const own = await modesOf(db, actor, { dealId: subject.id });
    return own.length > 0 || !subject.accountId ? own : modesOf(db, actor, { accountId: subject.accountId });
  },

  create: async ({ actor, tx, now, today, record }, { accountId, dealId, answers, source, observedOn }) => {
    if (!accountId && !dealId) return refuse('salesMode.subjectNeeded');
    if (observedOn > today) return refuse('salesMode.future');
    const deal = dealId ? await holdSubject(tx, actor, { kind: 'deal', id: dealId }) : null;
    const account = accountId ? await holdSubject(tx, actor, { kind: 'account', id: accountId }) : null;
    const advice = advise(answers, await installedPlaybooks(tx, actor.tenantId));
    if (advice.answered === 0) return refuse('salesMode.nothingAnswered');
    const playbookId = advice.advised ?? advice.best;
    const id = newId();
    await tx
      .insertInto('sales_modes')
      .values({
        tenant_id: actor.tenantId,
        id,
        account_id: account?.id ?? null,
        deal_id: deal?.id ?? null,
        answers: JSON.stringify(answers),
        playbook_id: playbookId,
        source,
        observed_on: observedOn,
        recorded_at: now,
        recorded_by: actor.userId,
      })
      .execute();
    for (const { kind, id: subjectId, name, accountId: at } of [deal, account].filter((one) => one !== null))
      await record({
        type: `${kind}.modeAdvised`,
        subject: { kind, id: subjectId },
        accountId: at,
        data: { name, answers, playbookId, mode: advice.mode, source },
      });
    return (await modesOf(tx, actor, { id }))[0]!;
  },
});

async function installedPlaybooks(db: ReadTx, tenantId: string): Promise<string[]> {
  const rows = await db.selectFrom('playbooks').select('id').distinct().where('tenant_id', '=', tenantId).execute();
  return rows.map(({ id }) => id);
}

type Of = { id?: string; accountId?: string; dealId?: string };

/** Visibility is the caller's: she has been shown the subject. */
async function modesOf(db: ReadTx, actor: Actor, { id, accountId, dealId }: Of): Promise<SalesMode[]> {
  const which = id ? sql`s.id = ${id}` : dealId ? sql`s.deal_id = ${dealId}` : sql`s.account_id = ${accountId}`;
  const { rows } = await sql<SalesMode>`
    select s.id, s.account_id as "accountId", s.deal_id as "dealId", s.answers, s.playbook_id as "playbookId", s.source,
      s.observed_on as "observedOn", s.recorded_at as "recordedAt", u.name as "recordedByName"
    from sales_modes s join users u on u.tenant_id = s.tenant_id and u.id = s.recorded_by
    where s.tenant_id = ${actor.tenantId} and ${which} order by s.id desc limit ${MOST}`.execute(db);
  return rows;
}
