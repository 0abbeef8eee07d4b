import type { EvidenceRecord } from '#method/evidence.ts';
import { classOf } from '#method/opportunity-class.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { latestPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal, DealFields, DealLine } from '#deals/deal.ts';
import type { EvidenceFields } from '#deals/deal-gate.ts';
import { appendEvidence } from '#deals/deal-score.server.ts';
import { accountSeen, productsExist } from '#deals/deal-references.server.ts';
import { colleague } from '#team/colleague-store.server.ts';
import { factsOf, situationOf, stageScore } from '#deals/deal-situation.ts';
import { noCourse } from '#deals/deal-lint.ts';
import { lintsAfter } from '#deals/deal-linting.server.ts';
import { freeTexts } from '#deals/deal-texts.ts';
import { withMapsFacts } from '#deals/map-facts.server.ts';
import { lintRulesOf } from '#lint/lint-rules-store.server.ts';
import { insertDeals, keptLines, replaceLines } from '#deals/deal-store.server.ts';

type NewDeal = DealFields & {
  playbookId: string;
  ownerId?: string | undefined;
  lines: DealLine[];
  facts?: FactSource | undefined;
  evidence?: readonly EvidenceFields[] | undefined;
};

/** A new deal stands in the first stage of the newest version of its playbook. */
export async function createDeal(context: CommandContext, input: NewDeal): Promise<Deal> {
  const { tx, actor, now, today, record } = context;
  const {
    playbookId,
    ownerId = actor.userId,
    lines,
    facts = { values: {}, lists: {} },
    evidence = [],
    ...fields
  } = input;
  decide(refuseWritten(...freeTexts(fields)));
  const compiled = await latestPlaybook(tx, actor.tenantId, playbookId);
  const accountName = fields.accountId ? await accountSeen(tx, actor, fields.accountId) : null;
  const { teamId } = await colleague(tx, actor.tenantId, ownerId);
  await productsExist(tx, actor.tenantId, lines);

  const amount =
    fields.amount ??
    (lines.length > 0 ? lines.reduce((sum, line) => sum + Math.round(line.quantity * line.unitPrice), 0) : null);
  const id = newId();
  const draft: Deal = {
    ...emptyDeal,
    ...fields,
    accountId: fields.accountId ?? null,
    amount,
    closeOn: fields.closeOn ?? null,
    origin: fields.origin ?? null,
    grade: fields.grade ?? null,
    facts: await withMapsFacts(context, { id, accountId: fields.accountId ?? null, facts }),
    id,
    playbookId,
    playbookVersion: compiled.playbook.version,
    stageId: compiled.playbook.stages[0]!.id,
    stageSince: now,
    ownerId,
    teamId,
    createdAt: now,
    updatedAt: now,
  };
  const productLines = lines.length > 0 ? 1 : 0;
  const deal: Deal = { ...draft, class: classOf(factsOf(draft, productLines)) };
  const situation = situationOf(deal, productLines, [], today);
  const { met, total } = stageScore(compiled, deal.stageId, situation);
  const rules = await lintRulesOf(tx, actor.tenantId);
  const linting = { rules, course: noCourse, waivers: [] };
  const lints = lintsAfter(deal, compiled, situation, linting);
  await insertDeals(tx, actor.tenantId, [{ deal, accountName, gateMet: met, gateTotal: total, ...lints }]);
  const kept = keptLines(lines);
  await replaceLines(tx, actor.tenantId, deal.id, kept);
  await record({
    type: 'deal.created',
    subject: { kind: 'deal', id: deal.id },
    accountId: deal.accountId,
    data: { name: deal.name, after: deal, lines: kept },
  });
  const records: EvidenceRecord[] = [];
  for (const one of evidence) {
    const { record: known } = decide(
      await appendEvidence(context, { deal, compiled, productLines, records, linting }, one),
    );
    records.push(known);
  }
  return deal;
}

/** What every deal starts with. */
export const emptyDeal = {
  currency: 'CNY',
  tags: [],
  custom: {},
  class: 'lead',
  state: 'open',
  reason: null,
  reasonNote: null,
  winner: null,
  priceGap: null,
  revisitOn: null,
  closedOn: null,
  finishedOn: null,
  facts: { values: {}, lists: {} },
  acceptances: [],
  overrides: [],
  formerMethods: [],
  memberIds: [],
  version: 1,
} satisfies Partial<Deal>;
