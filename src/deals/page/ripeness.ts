import { type Explanation, unsatisfied } from '#method/rule-explain.ts';
import { countDefinition, factDefinition } from '#method/rule.ts';
import type { Lang } from '#shared/messages.ts';
import type { DealPage } from '#deals/deals.contract.ts';

/** The facts that keep a lead from being an opportunity, or an opportunity from being a project; none for a project. */
export function wantingForNext(
  dealClass: DealPage['deal']['class'],
  ripeness: DealPage['ripeness'],
  lang: Lang,
): string[] {
  if (dealClass === 'project') return [];
  const explanation: Explanation = dealClass === 'lead' ? ripeness.opportunity : ripeness.project;
  const names = unsatisfied(explanation).flatMap(({ fact = '' }) => {
    const definition = factDefinition(fact) ?? countDefinition(fact);
    return definition ? [definition.name[lang]] : [];
  });
  return [...new Set(names)];
}
