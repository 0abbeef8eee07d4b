import { type Explanation, unsatisfied } from '#method/rule-explain.ts';
import { countDefinition, factDefinition } from '#method/rule.ts';
import type { Lang, Text } from '#shared/messages.ts';
import type { DealPage } from '#deals/deals.contract.ts';

/** What is wanting, as what is to be had: the name of a fact alone would not say. */
const wanted: { readonly [fact: string]: Text } = {
  'deal.amount': { zh: '预计金额', en: 'an expected amount' },
  'deal.productLines': { zh: '选定产品', en: 'products chosen' },
  'deal.needExplicit': { zh: '明确需求', en: 'an explicit need' },
  'project.approval': { zh: '客户立项获批', en: 'their approval of the project' },
  'budget.state': { zh: '预算获批', en: 'an approved budget' },
};

/** What keeps a lead from being an opportunity, or an opportunity from being a project; nothing for a project. */
export function wantingForNext(
  dealClass: DealPage['deal']['class'],
  ripeness: DealPage['ripeness'],
  lang: Lang,
): string[] {
  if (dealClass === 'project') return [];
  const explanation: Explanation = dealClass === 'lead' ? ripeness.opportunity : ripeness.project;
  const names = unsatisfied(explanation).flatMap(({ fact = '' }) => {
    const words = wanted[fact] ?? (factDefinition(fact) ?? countDefinition(fact))?.name;
    return words ? [words[lang]] : [];
  });
  return [...new Set(names)];
}
