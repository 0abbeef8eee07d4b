import { can, mayHandOver } from '#permissions/actor.ts';
import { FactSource } from '#method/fact-source.ts';
import { inBoth } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { asTold } from '#chain/chain-access.ts';
import { withMapsFacts } from '#deals/map-facts.server.ts';
import {
  decideAccept,
  decideAdvance,
  decideLose,
  decideMoveBack,
  decidePark,
  decideReopen,
} from '#deals/deal-decisions.ts';
import { changeDeal, loadWhole } from '#deals/deal-change.server.ts';
import { createDeal } from '#deals/deal-create.server.ts';
import { dealsBoard, listDeals } from '#deals/deal-list.server.ts';
import { dealBriefing, dealPage, stageGate } from '#deals/deal-page.server.ts';
import { accountSeen, productsExist } from '#deals/deal-references.server.ts';
import { mergeFacts } from '#deals/deal-facts.ts';
import { appendEvidence, settleScore } from '#deals/deal-score.server.ts';
import { assignDeals, tagDeals } from '#deals/many-deals.server.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import { keptLines, loadDeals, replaceLines } from '#deals/deal-store.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { colleague, colleagues, namesOfPeople } from '#team/colleague-store.server.ts';
import { insertRetraction } from '#deals/evidence.server.ts';
import { evaluationModel } from '#evaluation/evaluation-store.server.ts';
import { scorecardOf } from '#evaluation/evaluation.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { withoutInformation } from '#information/decide-information.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { Deal } from '#deals/deal.ts';
import { underModel } from '#method/scorecard-facts.ts';

export const dealHandlers = serve(dealsContract, {
  list: ({ db, actor }, { sort, after, limit, order, ...filters }) =>
    listDeals(db, actor, filters, sort as 'closeOn', { after, limit, order }),

  board: async ({ db, actor, now }, input) => ({ columns: await dealsBoard(db, actor, input, now) }),

  show: (context, input) => dealPage(context, input),

  briefing: (context, input) => dealBriefing(context, input),

  gate: (context, input) => stageGate(context, input),

  create: async (context, fields) => withInformationOf(context, await createDeal(context, fields)),

  update: async (context, { id, version, ...fields }) => {
    let moved = false;
    const after = await changeDeal(context, { id, version }, 'deal.changed', async ({ deal }) => {
      const { accountId } = fields;
      if (accountId) await accountSeen(context.tx, context.actor, accountId);
      if (accountId === undefined || accountId === deal.accountId) return { patch: fields };
      moved = true;
      // Another account, another map under the deal's; what followed from the account that it leaves is not known of the next.
      const facts = { ...deal.facts, values: withoutInformation(deal.facts.values) };
      return { patch: { ...fields, facts: await withMapsFacts(context, { ...deal, facts, accountId }) } };
    });
    return moved ? withInformationOf(context, after) : after;
  },

  recordFacts: async (context, { id, version, values, lists }) => {
    const recorded = await changeDeal(context, { id, version }, 'deal.factsRecorded', async ({ deal }) => {
      const facts = mergeFacts(deal.facts, values, lists);
      // Whoever is on the map is as the map says.
      if ('stakeholders' in lists || 'artifacts' in lists)
        facts.merged = await withMapsFacts(context, { ...deal, facts: facts.merged });
      const checked = FactSource.safeParse(facts.merged);
      const issues = [
        ...facts.unknown.map((fact) => ({
          path: [fact],
          message: inBoth({
            zh: '没有这项情况，或不在这里记录',
            en: 'There is no such fact, or it is not recorded here',
          }),
        })),
        ...(checked.error?.issues ?? []).map(({ path, message }) => ({ path: path.map(String), message })),
      ];
      if (issues.length > 0) return refuse('input.invalid', { issues });
      if (!('ratings' in lists || 'rivalRatings' in lists)) return { patch: { facts: facts.merged } };
      // Whoever rates, rates under the model in force.
      const { version: model, model: held } = await evaluationModel.current(context.tx, context.actor.tenantId);
      return { patch: { facts: underModel(facts.merged, model, scorecardOf(held)) } };
    });
    return 'stakeholders' in lists ? withInformationOf(context, recorded) : recorded;
  },

  setLines: (context, { id, version, lines }) => {
    const kept = keptLines(lines);
    return changeDeal(
      context,
      { id, version },
      'deal.linesChanged',
      async (loaded) => {
        await productsExist(context.tx, context.actor.tenantId, lines);
        await replaceLines(context.tx, context.actor.tenantId, id, kept);
        const { productLines } = await loadWhole(context, id);
        loaded.productLines = productLines;
        return { patch: {} };
      },
      { lines: kept },
    );
  },

  setMembers: (context, { id, version, members }) => {
    const told = { members, joined: [] as string[], left: [] as string[] };
    return changeDeal(
      context,
      { id, version },
      'deal.membersChanged',
      async ({ deal }) => {
        const { tx, actor } = context;
        const memberIds = members.map(({ userId }) => userId);
        const team = await colleagues(tx, actor.tenantId, memberIds);
        told.joined = team.flatMap((person) => (deal.memberIds.includes(person.id) ? [] : [person.name]));
        const gone = deal.memberIds.filter((member) => !memberIds.includes(member));
        told.left = Object.values(await namesOfPeople(tx, actor.tenantId, gone));
        await tx.deleteFrom('deal_members').where('tenant_id', '=', actor.tenantId).where('deal_id', '=', id).execute();
        if (members.length > 0)
          await tx
            .insertInto('deal_members')
            .values(
              members.map(({ userId, role }) => ({ tenant_id: actor.tenantId, deal_id: id, user_id: userId, role })),
            )
            .execute();
        return { patch: { memberIds } };
      },
      told,
    );
  },

  assign: (context, { id, version, ownerId }) =>
    changeDeal(context, { id, version }, 'deal.reassigned', async (loaded) => {
      const { deal, ownerName } = loaded;
      if (!mayHandOver(context.actor, deal)) return refuse('owner.other', { ownerName });
      const { teamId, name } = await colleague(context.tx, context.actor.tenantId, ownerId);
      return { patch: { ownerId, teamId }, told: { from: ownerName, to: name } };
    }),

  assignMany: assignDeals,
  tagMany: tagDeals,

  addEvidence: async (context, { id, ...fields }) => appendEvidence(context, await loadWhole(context, id), fields),

  retractEvidence: async (context, { id, evidenceId, reason }) => {
    const { tx, actor, now, record } = context;
    decide(refuseWritten(reason));
    const loaded = await loadWhole(context, id);
    const { deal, records } = loaded;
    if (!records.some((known) => known.id === evidenceId)) return refuse('evidence.retractsUnknown');
    const retraction = await insertRetraction(tx, actor, id, evidenceId, reason, now);
    await record({
      type: 'deal.evidenceRetracted',
      subject: { kind: 'deal', id },
      accountId: deal.accountId,
      data: { name: deal.name, reason, evidence: { id: evidenceId } },
    });
    await settleScore(context, loaded, retraction.record);
    // A sign of a coach that rested on it counts no more.
    await settlePeople(context, { dealIds: [id] });
    return retraction;
  },

  advance: (context, { id, version, override, won }) =>
    changeDeal(
      context,
      { id, version },
      ({ move }) => `deal.${move!.kind}`,
      ({ deal, compiled, situation }) =>
        decideAdvance(
          deal,
          compiled,
          situation,
          { by: context.actor.userId, mayOverride: can(context.actor, 'deal.override'), override, won },
          context,
        ),
    ),

  moveBack: (context, { id, version, to, reason }) =>
    changeDeal(
      context,
      { id, version },
      'deal.movedBack',
      ({ deal, compiled }) => decideMoveBack(deal, compiled, to, reason, context),
      { reason },
    ),

  accept: (context, { id, version, check, plan }) =>
    changeDeal(context, { id, version }, 'deal.checkAccepted', ({ deal, compiled, situation }) =>
      decideAccept(deal, compiled, situation, { check, plan, by: context.actor.userId }, context),
    ),

  park: (context, { id, version, ...asked }) =>
    changeDeal(context, { id, version }, 'deal.parked', ({ deal }) => decidePark(deal, asked, context)),

  lose: (context, { id, version, ...asked }) =>
    changeDeal(context, { id, version }, 'deal.lost', ({ deal }) => decideLose(deal, asked, context)),

  reopen: async (context, { id, version, reason }) =>
    withInformationOf(
      context,
      await changeDeal(context, { id, version }, 'deal.reopened', ({ deal }) => decideReopen(deal, reason, context), {
        reason,
      }),
    ),
});

/** The deal with what follows from its account's information, after a change that it may follow from. */
async function withInformationOf(context: CommandContext, deal: Deal): Promise<Deal> {
  if (!(await deriveInformation(context, [deal.accountId]))) return deal;
  const [loaded] = await loadDeals(context.tx, context.actor.tenantId, [deal.id]);
  const { deal: after } = loaded!;
  return asTold(context.actor, after);
}
