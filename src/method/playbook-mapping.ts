import { z } from 'zod';
import { builtInMappings } from '#method/built-in-mappings.ts';
import { canonical } from '#method/migration.ts';
import type { BuyerStage, Check, Playbook, Stage } from '#method/playbook.ts';
import { comparisons } from '#method/rule.ts';

/**
 * Where everything of one method goes in another version or another method. All of the former method's stages, checks and
 * buyer's steps are named. A stage always has one to go on from; null: evidence is kept aside, a buyer's step is not known.
 */
export type PlaybookMapping = {
  readonly stages: { readonly [stage: string]: string };
  readonly checks: { readonly [check: string]: string | null };
  readonly buyerStages: { readonly [step: string]: string | null };
};

const ids = z.string().max(60);
/** What a person chose other than the default. */
export const MappingChoices = z.object({
  stages: z.record(ids, ids).optional(),
  checks: z.record(ids, ids.nullable()).optional(),
  buyerStages: z.record(ids, ids.nullable()).optional(),
});
export type MappingChoices = z.infer<typeof MappingChoices>;

/**
 * The mapping to begin with. Between versions of a playbook ids decide, for they are stable; a stage that is gone leads
 * to the nearest earlier one that is left. What has no counterpart by id is matched, first of all, by what the shipped
 * methods are known to share, then by an equal rule, equal words, or a rule over the same facts.
 */
export function defaultMapping(before: Playbook, after: Playbook): PlaybookMapping {
  const known = builtInMappings.find(({ from, to }) => from === before.id && to === after.id)?.pairs;
  const checks = mapChecks(before, after, known?.checks ?? {});
  const buyerStages = mapBuyerStages(before, after, known?.buyerStages ?? {});
  const stages =
    before.id === after.id ? stagesOfVersions(before, after) : mapStages(before, after, known?.stages ?? {}, checks);
  return { stages, checks, buyerStages };
}

/** The default with a person's choices over it. */
export function withChoices(mapping: PlaybookMapping, choices: MappingChoices = {}): PlaybookMapping {
  return {
    stages: { ...mapping.stages, ...choices.stages },
    checks: { ...mapping.checks, ...choices.checks },
    buyerStages: { ...mapping.buyerStages, ...choices.buyerStages },
  };
}

/** Choices that name what is in neither method, as paths: 'checks.budget-known'. Empty: all is well. */
export function unknownChoices(choices: MappingChoices, before: Playbook, after: Playbook): string[] {
  const [old, now] = [idsOf(before), idsOf(after)];
  return (['stages', 'checks', 'buyerStages'] as const).flatMap((kind) =>
    Object.entries(choices[kind] ?? {})
      .filter(([from, to]) => !old[kind].has(from) || (to !== null && !now[kind].has(to)))
      .map(([from]) => `${kind}.${from}`),
  );
}

function idsOf({ stages, buyerStages }: Playbook) {
  return {
    stages: new Set(stages.map(({ id }) => id)),
    checks: new Set(checksOf(stages).map(({ id }) => id)),
    buyerStages: new Set(buyerStages.map(({ id }) => id)),
  };
}

const checksOf = (stages: readonly Stage[]): Check[] => stages.flatMap(({ checks }) => checks);

type Known = { readonly [id: string]: string };

function mapChecks(before: Playbook, after: Playbook, known: Known): { [check: string]: string | null } {
  const now = checksOf(after.stages);
  const byId = new Map(now.map((check) => [check.id, check]));
  // Words and rules speak for a check only where they are one check's alone.
  const alone = (sign: (check: Check) => string | undefined) => {
    const groups = Map.groupBy(now, (check) => sign(check));
    return (check: Check) => {
      const key = sign(check);
      const group = key === undefined ? undefined : groups.get(key);
      return group?.length === 1 ? group[0]!.id : undefined;
    };
  };
  const byRule = alone(({ rule }) => rule && canonical(rule));
  const byWords = alone(({ text }) => text.zh);
  const byFacts = alone(factsAsked);
  const pairs = checksOf(before.stages).map((check) => {
    const told = known[check.id];
    const found =
      (told !== undefined && byId.has(told) ? told : undefined) ??
      (byId.has(check.id) ? check.id : undefined) ??
      byRule(check) ??
      byWords(check) ??
      byFacts(check);
    return [check.id, found ?? null] as const;
  });
  return Object.fromEntries(pairs);
}

function factsAsked({ rule }: Check): string | undefined {
  if (!rule) return undefined;
  const asked = comparisons(rule).map((comparison) => canonical([comparison.fact, comparison.with]));
  return [...new Set(asked)].sort().join(' ');
}

function stagesOfVersions(before: Playbook, after: Playbook): { [stage: string]: string } {
  const kept = new Set(after.stages.map(({ id }) => id));
  let last = after.stages[0]!.id;
  return Object.fromEntries(
    before.stages.map(({ id }) => {
      if (kept.has(id)) last = id;
      return [id, last];
    }),
  );
}

/** By id or name, else where most of its checks go, else in proportion; never further than what follows it. */
function mapStages(
  before: Playbook,
  after: Playbook,
  known: Known,
  checks: PlaybookMapping['checks'],
): { [stage: string]: string } {
  const stageOf = new Map(after.stages.flatMap((stage, at) => stage.checks.map(({ id }) => [id, at] as const)));
  const places = before.stages.map((stage, at) => {
    const own = after.stages.findIndex(({ id }) => id === (known[stage.id] ?? stage.id));
    if (own >= 0) return own;
    const named = after.stages.findIndex(({ name }) => name.zh === stage.name.zh);
    if (named >= 0) return named;
    const votes = new Map<number, number>();
    for (const { id } of stage.checks) {
      const place = stageOf.get(checks[id] ?? '');
      if (place !== undefined) votes.set(place, (votes.get(place) ?? 0) + 1);
    }
    const [most] = [...votes].sort(([a, x], [b, y]) => y - x || a - b);
    return most?.[0] ?? Math.floor((at * after.stages.length) / before.stages.length);
  });
  for (let at = places.length - 2; at >= 0; at--) places[at] = Math.min(places[at]!, places[at + 1]!);
  return Object.fromEntries(before.stages.map(({ id }, at) => [id, after.stages[places[at]!]!.id]));
}

/** By id or name, else the step of the same period that lies there in proportion. */
function mapBuyerStages(before: Playbook, after: Playbook, known: Known): { [step: string]: string | null } {
  const pairs = before.buyerStages.map((step) => {
    const own = after.buyerStages.find(({ id }) => id === (known[step.id] ?? step.id));
    const found = own ?? after.buyerStages.find(({ name }) => name.zh === step.name.zh);
    return [step.id, (found ?? beside(step, before, after))?.id ?? null] as const;
  });
  return Object.fromEntries(pairs);
}

function beside(step: BuyerStage, before: Playbook, after: Playbook): BuyerStage | undefined {
  const inPeriod = ({ buyerStages }: Playbook) => buyerStages.filter(({ period }) => period === step.period);
  const [old, now] = [inPeriod(before), inPeriod(after)];
  return now[Math.floor((old.indexOf(step) * now.length) / old.length)];
}
