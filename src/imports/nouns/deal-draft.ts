import { classOf } from '#method/opportunity-class.ts';
import { evaluateGate } from '#method/gate.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { CustomValues } from '#fields/custom.ts';
import type { Deal, DealFields } from '#deals/deal.ts';
import { factsOf, situationOf } from '#deals/deal-situation.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { StageCode } from '#imports/guess-stages.ts';

/** What a row says of a deal, references resolved. */
export type DealAsTold = {
  id: string;
  fields: Pick<Partial<DealFields>, 'amount' | 'grade' | 'origin' | 'tags'> & { name: string };
  custom: CustomValues;
  accountId: string | null;
  owner: { id: string; teamId: string | null };
  stage: StageCode | undefined;
  createdOn: Day | undefined;
  closeOn: Day | undefined;
  note: string | undefined;
  winner: string | undefined;
  hasProduct: boolean;
};

type Moment = { now: Instant; today: Day; instantOf: (day: Day) => Instant };

/** The deal that a row becomes: in any stage or state, with days in the past, as it was in the other system. */
export function dealFrom(
  told: DealAsTold,
  compiled: CompiledPlaybook,
  currency: string,
  { now, today, instantOf }: Moment,
) {
  const { playbook } = compiled;
  const state = told.stage?.startsWith('open:') ? 'open' : ((told.stage ?? 'open') as Deal['state']);
  const closed = state === 'won' || state === 'lost';
  const closedOn = closed ? (told.closeOn ?? today) : null;
  const closedAt = closedOn && instantOf(closedOn) < now ? instantOf(closedOn) : now;
  const began = told.createdOn ?? (closed ? told.closeOn : undefined);
  const createdAt = began && instantOf(began) < now ? instantOf(began) : now;
  const named = told.stage?.startsWith('open:') ? told.stage.slice('open:'.length) : undefined;
  const stageId = named ?? (state === 'won' ? playbook.stages.at(-1)!.id : playbook.stages[0]!.id);
  const deal: Deal = {
    id: told.id,
    name: told.fields.name,
    accountId: told.accountId,
    amount: told.fields.amount ?? null,
    currency,
    closeOn: told.closeOn ?? null,
    origin: told.fields.origin ?? null,
    grade: told.fields.grade ?? null,
    tags: told.fields.tags ?? [],
    custom: told.custom,
    class: 'lead',
    state,
    playbookId: playbook.id,
    playbookVersion: playbook.version,
    stageId,
    stageSince: closedOn ? closedAt : createdAt,
    reason: state === 'open' ? null : `${state}.other`,
    reasonNote: told.note ?? null,
    winner: state === 'lost' ? (told.winner ?? null) : null,
    priceGap: null,
    revisitOn: null,
    closedOn,
    // Nobody works on what was won in the past: its last gate counts as passed.
    finishedOn: state === 'won' ? closedOn : null,
    facts: { values: {}, lists: {} },
    acceptances: [],
    overrides: [],
    formerMethods: [],
    ownerId: told.owner.id,
    teamId: told.owner.teamId,
    memberIds: [],
    version: 1,
    createdAt,
    updatedAt: now,
  };
  const productLines = told.hasProduct ? 1 : 0;
  deal.class = state === 'won' ? 'project' : classOf(factsOf(deal, productLines));
  const { judgements } = evaluateGate(compiled, stageId, situationOf(deal, productLines, [], today));
  const starred = judgements.filter(({ mandatory }) => mandatory);
  const first = playbook.stages[0]!.id;
  return {
    deal,
    gateMet: starred.filter(({ met }) => met).length,
    gateTotal: starred.length,
    ...wayOf(deal, first, closedAt),
  };
}

/** What the file tells of the way: how the deal began, and since when it is over. What lies between nobody has seen. */
function wayOf({ state, stageId, createdAt }: Deal, firstStage: string, closedAt: Instant) {
  if (state === 'open') return {};
  const began = { state: 'open' as const, stageId: state === 'won' ? firstStage : stageId, at: createdAt };
  return { began, since: closedAt > createdAt ? closedAt : createdAt };
}
