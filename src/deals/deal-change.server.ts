import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import type { Situation } from '#method/check.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { changes } from '#platform/events/event.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { asTold } from '#chain/chain-access.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { settle, type Decision } from '#deals/deal-decisions.ts';
import { withCloseMove } from '#deals/deal-lint.ts';
import { lintingsOf, lintsAfter, type Linting } from '#deals/deal-linting.server.ts';
import { namesMentioned } from '#deals/deal-names.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { freeTexts } from '#deals/deal-texts.ts';
import { loadDeal, saveDeal, type LoadedDeal } from '#deals/deal-store.server.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';

export type Loaded = LoadedDeal & {
  compiled: CompiledPlaybook;
  records: EvidenceRecord[];
  situation: Situation;
  linting: Linting;
};

/**
 * Load: the deal as the actor may see it, its method, its evidence, and what the rules may know of it today. The deal is
 * locked until the transaction ends: who comes next judges what this one has left.
 */
export async function loadWhole(
  { tx, actor, today }: Pick<CommandContext, 'tx' | 'actor' | 'today'>,
  id: string,
): Promise<Loaded> {
  // The evidence is read once the lock is held: statements of one transaction run in the order they are sent.
  const [loaded, evidence, lintings] = await Promise.all([
    loadDeal(tx, actor, id, { lock: true }),
    evidenceRecordsOf(tx, actor.tenantId, [id]),
    lintingsOf(tx, actor.tenantId, [id], today),
  ]);
  const records = evidence.get(id) ?? [];
  const { playbookId, playbookVersion } = loaded.deal;
  const compiled = await compiledPlaybook(tx, actor.tenantId, playbookId, playbookVersion);
  const situation = situationOf(loaded.deal, loaded.productLines, records, today);
  return { ...loaded, compiled, records, situation, linting: lintings.get(id)! };
}

type Change = { id: string; version: number };
type EventType = `deal.${string}`;

/**
 * The one story of every change of a deal: load, decide, settle what follows from it (class, healed overrides, the
 * gate's score), save under the version the caller has read, record the event.
 *
 * @param more what the event tells beyond before and after
 */
export async function changeDeal(
  context: CommandContext,
  { id, version }: Change,
  type: EventType | ((decision: Decision) => EventType),
  decision: (loaded: Loaded) => Decision | Refusal | Promise<Decision | Refusal>,
  more: Record<string, unknown> = {},
): Promise<Deal> {
  const loaded = await loadWhole(context, id);
  if (loaded.deal.version !== version) throw new Refused(refuse('record.changed', { version: loaded.deal.version }));
  const decided = decide(await decision(loaded));
  return saveDecision(context, loaded, decided, typeof type === 'string' ? type : type(decided), more);
}

async function saveDecision(
  context: CommandContext,
  { deal, compiled, records, productLines, accountName, linting }: Loaded,
  { patch, move, told = {} }: Decision,
  type: EventType,
  more: Record<string, unknown>,
): Promise<Deal> {
  const { tx, actor, now, today, record } = context;
  const decided = { ...deal, ...patch };
  const situation = situationOf(decided, productLines, records, today);
  const settled = settle(decided, compiled, situation);
  const changed = changes(deal, { ...patch, ...settled.patch });
  const plan = typeof told['plan'] === 'string' ? told['plan'] : null;
  decide(refuseWritten(...freeTexts(changed?.after ?? {}), move?.reason, plan));
  const after: Deal = { ...decided, ...settled.patch, version: deal.version + 1, updatedAt: now };
  const words = namesMentioned(compiled, {
    stages: [move?.from, move?.to],
    checks: typeof told['check'] === 'string' ? [told['check']] : [],
    deals: patch.facts ? [deal, after] : [],
  });
  const renamed = patch.name !== undefined || patch.accountId !== undefined;
  const kept = {
    gateMet: settled.score.met,
    gateTotal: settled.score.total,
    ...lintsAfter(after, compiled, situation, {
      ...linting,
      course: withCloseMove(linting.course, deal, after, today),
    }),
    ...(renamed && { grams: gramsOf([after.name, accountName]) }),
  };
  await Promise.all([
    saveDeal(tx, actor.tenantId, deal, { ...changed?.after, updatedAt: now }, kept),
    record({
      type,
      subject: { kind: 'deal', id: deal.id },
      accountId: after.accountId,
      data: {
        name: after.name,
        version: after.version,
        currency: after.currency,
        words,
        ...changed,
        ...(move && { move }),
        ...told,
        ...more,
      },
    }),
  ]);
  return asTold(actor, after);
}
