import { definitionOf } from '#deals/facts/fact-groups.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { Text } from '#shared/messages.ts';
import type { Deal } from '#deals/deal.ts';

/** Words for ids of a method, under 'stage:enter', 'check:budget-known', 'buyer:screen'. */
export type Names = { readonly [key: string]: Text };

type Mentioned = {
  stages?: readonly (string | undefined)[];
  checks?: readonly string[];
  deals?: readonly Partial<Deal>[];
};

/**
 * What the stages, checks and buyer's steps that an event mentions are called in the deal's method: kept with the event,
 * so that the story can be read without the method, and after it.
 */
export function namesMentioned(compiled: CompiledPlaybook, { stages = [], checks = [], deals = [] }: Mentioned): Names {
  const buyerSteps = deals.flatMap(({ facts }) =>
    Object.entries(facts?.values ?? {}).flatMap(([fact, value]) => (isBuyerStep(fact) ? [String(value)] : [])),
  );
  const named = [
    ...stages.map((id) => ['stage', id, compiled.stageById.get(id ?? '')?.stage.name] as const),
    ...checks.map((id) => ['check', id, compiled.checkById.get(id)?.check.text] as const),
    ...buyerSteps.map(
      (id) => ['buyer', id, compiled.playbook.buyerStages.find((step) => step.id === id)?.name] as const,
    ),
  ];
  return Object.fromEntries(named.flatMap(([kind, id, name]) => (name ? [[`${kind}:${id}`, name]] : [])));
}

function isBuyerStep(fact: string): boolean {
  return definitionOf(fact)?.type.kind === 'buyerStage';
}
