import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { type EvidenceRecord, type MethodRef, standingEvidence } from '#method/evidence.ts';
import { facts as catalogue, type FactId } from '#method/facts.ts';
import { isSame, movedOn, readEvidence } from '#method/former-method.ts';
import type { PlaybookMapping } from '#method/playbook-mapping.ts';
import { type Comparison, compareStanding, mappedKey } from '#method/standing.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { Deal, FormerMethod } from '#deals/deal.ts';
import { winningStage } from '#deals/deal-decisions.ts';
import { historyOf, situationOf } from '#deals/deal-situation.ts';

/** What a move looks at. */
export type Movable = Pick<
  Deal,
  | 'amount'
  | 'grade'
  | 'origin'
  | 'facts'
  | 'acceptances'
  | 'overrides'
  | 'playbookId'
  | 'playbookVersion'
  | 'formerMethods'
  | 'stageId'
  | 'stageSince'
>;
export type Moved = Pick<
  Deal,
  'playbookId' | 'playbookVersion' | 'stageId' | 'stageSince' | 'facts' | 'acceptances' | 'overrides' | 'formerMethods'
>;

export function methodOf({ playbook }: Pick<CompiledPlaybook, 'playbook'>): MethodRef {
  return { playbookId: playbook.id, version: playbook.version };
}

/**
 * A deal's method, another version or another playbook (Domain §5; ADR 0010). Nothing is dropped: how the deal stood is
 * kept beside, so that going back to where it came from restores the stage, what a manager accepted and let pass, and
 * the buyer's step, as long as they were not changed meanwhile.
 */
export function moveDeal(
  deal: Movable,
  before: CompiledPlaybook,
  after: CompiledPlaybook,
  mapping: PlaybookMapping,
  now: Instant,
): Moved {
  const [from, to] = [methodOf(before), methodOf(after)];
  const left = deal.formerMethods.find((method) => isSame(method, to))?.left ?? undefined;
  const returns = left?.to === deal.stageId;
  const stageId = returns ? left.stageId : withinReach(mapping.stages[deal.stageId], after);
  const same = deal.playbookId === to.playbookId && deal.stageId === stageId;
  const { buyerSteps, facts } = buyerStepsMoved(deal.facts, mapping, left?.buyerSteps);
  const former = movedOn<FormerMethod>(
    deal.formerMethods,
    { from, to, mapping, has: (check) => after.checkById.has(check) },
    (method, known) => ({
      ...method,
      left: isSame(method, from)
        ? {
            stageId: deal.stageId,
            stageSince: deal.stageSince,
            to: stageId,
            acceptances: deal.acceptances,
            overrides: deal.overrides,
            buyerSteps,
          }
        : isSame(method, to)
          ? null
          : known?.left
            ? leftSince(known.left, deal.stageId, stageId, buyerSteps)
            : null,
    }),
  );
  return {
    playbookId: to.playbookId,
    playbookVersion: to.version,
    stageId,
    stageSince: returns ? left.stageSince : same ? deal.stageSince : now,
    facts,
    acceptances: acceptancesMoved(deal, mapping, left?.acceptances),
    overrides: overridesMoved(deal, mapping, after, left?.overrides),
    formerMethods: former,
  };
}

type Left = NonNullable<FormerMethod['left']>;

/** A further move takes along what stands as the first left it; what was changed meanwhile is not restored any more. */
function leftSince(left: Left, stageId: string, to: string, moved: Left['buyerSteps']): Left {
  const steps = Object.entries(left.buyerSteps).map(([fact, { was, became }]) => {
    const step = moved[fact];
    return [fact, { was, became: step && step.was === became ? step.became : became }] as const;
  });
  return { ...left, to: left.to === stageId ? to : null, buyerSteps: Object.fromEntries(steps) };
}

/** An open deal is put no further than the stage whose gate wins it. */
function withinReach(stage: string | undefined, after: CompiledPlaybook): string {
  const at = after.stageById.get(stage ?? '')?.index ?? 0;
  const winning = after.stageById.get(winningStage(after))!.index;
  return after.stages[Math.min(at, winning)]!.stage.id;
}

/** The facts that name a step of the buyer: where he is now, and where he was when we came in. */
export const buyerStepFacts = (Object.keys(catalogue) as FactId[]).filter(
  (id): id is 'buyer.stage' | 'deal.enteredAt' => catalogue[id].type.kind === 'buyerStage',
);

/** Facts that name a step of the buyer go over to the other method's steps. */
function buyerStepsMoved(facts: Deal['facts'], mapping: PlaybookMapping, left: Left['buyerSteps'] = {}) {
  const buyerSteps: Left['buyerSteps'] = {};
  const values: Record<string, unknown> = { ...facts.values };
  for (const id of buyerStepFacts) {
    const was = values[id];
    const known = left[id];
    if (typeof was !== 'string') {
      if (known && known.became === null) values[id] = known.was;
      continue;
    }
    const became = known?.became === was ? known.was : (mapping.buyerStages[was] ?? null);
    buyerSteps[id] = { was, became };
    if (became === null) delete values[id];
    else values[id] = became;
  }
  return { buyerSteps, facts: { ...facts, values } as Deal['facts'] };
}

function acceptancesMoved(
  { acceptances }: Movable,
  mapping: PlaybookMapping,
  left: Deal['acceptances'] = [],
): Deal['acceptances'] {
  const moved = acceptances.flatMap((acceptance) => {
    const check = mapping.checks[acceptance.check];
    const isKnown = left.some((own) => own.check === check || isOneAct(own, acceptance));
    return check && !isKnown ? [{ ...acceptance, check }] : [];
  });
  return [...left, ...moved];
}

/** The same act of a manager, in the words of two methods. */
function isOneAct(
  a: Deal['acceptances'][number] | Deal['overrides'][number],
  b: Deal['acceptances'][number] | Deal['overrides'][number],
): boolean {
  return a.by === b.by && a.on === b.on && saidIn(a) === saidIn(b);
}
function saidIn(act: Deal['acceptances'][number] | Deal['overrides'][number]): string {
  return 'plan' in act ? act.plan : act.reason;
}

/** What an override covered goes to the stages where its checks are now: there it is missing, or healed. */
function overridesMoved(
  { overrides }: Movable,
  mapping: PlaybookMapping,
  after: CompiledPlaybook,
  left: Deal['overrides'] = [],
): Deal['overrides'] {
  const moved = overrides
    .filter((override) => !left.some((own) => isOneAct(own, override)))
    .flatMap((override) => {
      const own = mapping.stages[override.stage] ?? after.stages[0]!.stage.id;
      const covered = override.covered.flatMap((key) => mappedKey(key, mapping) ?? []);
      const byStage = Map.groupBy(covered, (key) => stageOfKey(key, after) ?? own);
      return [...byStage].map(([stage, keys]) => ({ ...override, stage, covered: keys }));
    });
  return [...left, ...moved];
}

function stageOfKey(key: string, { stages }: CompiledPlaybook): string | undefined {
  if (!key.startsWith('check:')) return undefined;
  return stages.find(({ checks }) => checks.some(({ check }) => `check:${check.id}` === key))?.stage.id;
}

export type Foreseen = Comparison & {
  readonly moved: Moved;
  /** standing evidence: on checks of the other method, and kept aside there */
  readonly evidence: { readonly carried: number; readonly aside: number };
};

/** What a move would do to a deal, before anything is written. */
export function foresee(
  deal: Movable,
  { productLines, records }: { productLines: number; records: readonly EvidenceRecord[] },
  before: CompiledPlaybook,
  after: CompiledPlaybook,
  mapping: PlaybookMapping,
  { now, today }: { now: Instant; today: Day },
): Foreseen {
  const moved = moveDeal(deal, before, after, mapping, now);
  const next = { ...deal, ...moved };
  const comparison = compareStanding(
    { compiled: before, stage: deal.stageId, situation: situationOf(deal, productLines, records, today) },
    { compiled: after, stage: moved.stageId, situation: situationOf(next, productLines, records, today) },
    mapping,
  );
  const standing = standingEvidence(readEvidence(records, historyOf(next)));
  const aside = standing.filter((record) => record.aside).length;
  return { ...comparison, moved, evidence: { carried: standing.length - aside, aside } };
}
