import { can } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { serve, type CommandContext, type QueryContext } from '#platform/http/handlers.server.ts';
import { newId } from '#platform/id.server.ts';
import { lintOf, relint } from '#lint/deal-lint-store.server.ts';
import { lintContract, type DealLintView } from '#lint/lint.contract.ts';
import { lintOverview } from '#lint/lint-overview.server.ts';
import { changeLint, lintSettings, tryRule } from '#lint/lint-settings.server.ts';
import { losses } from '#lint/losses.server.ts';
import { refuseWaiver } from '#lint/waive.ts';

export const lintHandlers = serve(lintContract, {
  ofDeal: async ({ db, actor, today }, { id }) => {
    await subjectOf(db, actor, { kind: 'deal', id });
    return lintView(db, { actor, today }, id);
  },

  waive: async (context, { id, rule, reason, until }) => {
    const { tx, actor, now, today, record } = context;
    const { accountId, name } = await holdSubject(tx, actor, { kind: 'deal', id });
    const { standing, waived } = await lintOf(tx, actor.tenantId, id, today);
    const refusal = refuseWaiver(
      { rule, until },
      { standing, waived, mayWaiveSerious: can(actor, 'deal.override'), today },
    );
    if (refusal) return refusal;
    const finding = [...standing, ...waived].find((one) => one.rule === rule)!;
    await endRunning(context, id, rule);
    await tx
      .insertInto('lint_waivers')
      .values({
        tenant_id: actor.tenantId,
        id: newId(),
        deal_id: id,
        rule_id: rule,
        reason,
        until_on: until,
        waived_at: now,
        waived_by: actor.userId,
      })
      .execute();
    await relint(tx, actor.tenantId, [id], today);
    await record({
      type: 'deal.lintWaived',
      subject: { kind: 'deal', id },
      accountId,
      data: { name, rule, ruleName: finding.name, reason, until },
    });
    return lintView(tx, context, id);
  },

  endWaiver: async (context, { id, rule }) => {
    const { tx, actor, today, record } = context;
    const { accountId, name } = await holdSubject(tx, actor, { kind: 'deal', id });
    const { waived } = await lintOf(tx, actor.tenantId, id, today);
    if ((await endRunning(context, id, rule)) === 0) return refuse('waiver.notRunning');
    await relint(tx, actor.tenantId, [id], today);
    const ruleName = waived.find((one) => one.rule === rule)?.name ?? { zh: rule, en: rule };
    await record({
      type: 'deal.lintWaiverEnded',
      subject: { kind: 'deal', id },
      accountId,
      data: { name, rule, ruleName },
    });
    return lintView(tx, context, id);
  },

  overview: ({ db, actor, today }, filters) => lintOverview(db, actor, filters, today),

  losses: (context, input) => losses(context, input),

  settings: (context) => lintSettings(context),

  change: (context, input) => changeLint(context, input),

  tryRule: (context, input) => tryRule(context, input),
});

async function lintView(
  db: ReadTx,
  { actor, today }: Pick<QueryContext, 'actor' | 'today'>,
  id: string,
): Promise<DealLintView> {
  const { standing, waived } = await lintOf(db, actor.tenantId, id, today);
  return {
    standing,
    waived: waived.map(({ waiver, ...finding }) => ({
      finding,
      waiver: { until: waiver.until, reason: waiver.reason, by: waiver.waivedByName, at: waiver.waivedAt },
    })),
    may: { waive: can(actor, 'deal.write'), waiveSerious: can(actor, 'deal.write') && can(actor, 'deal.override') },
  };
}

/** @returns how many ran */
async function endRunning({ tx, actor, now, today }: CommandContext, dealId: string, rule: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('lint_waivers')
    .set({ ended_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('deal_id', '=', dealId)
    .where('rule_id', '=', rule)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
