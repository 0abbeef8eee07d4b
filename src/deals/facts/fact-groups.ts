import type { Scalar } from '#method/fact-type.ts';
import { type FactDefinition, type FactId, facts } from '#method/facts.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { recordedFacts } from '#deals/deal-situation.ts';

export type FactGroup = { readonly id: string; readonly name: Text; readonly facts: readonly FactId[] };

const named = {
  need: { name: { zh: '需求与立项', en: 'Need and approval' }, prefixes: ['deal.needExplicit', 'project.'] },
  money: { name: { zh: '预算', en: 'Budget' }, prefixes: ['budget.'] },
  purchase: { name: { zh: '采购进程', en: 'Purchase' }, prefixes: ['buyer.', 'deal.enteredAt', 'purchase.'] },
  supplier: { name: { zh: '我方资格', en: 'Our standing as supplier' }, prefixes: ['supplier.'] },
  order: { name: { zh: '订单与承诺', en: 'Order and promises' }, prefixes: ['order.', 'promises.'] },
} as const;
const rest = { zh: '其他', en: 'Other' };

/** Facts that follow from the ratings of the evaluation sheet. */
export function isRated(id: string): boolean {
  return id.startsWith('scorecard.');
}

/** The recorded facts as people think of them; a fact that no group names is still shown, under 'other'. */
export function factGroups(ids: readonly string[] = recordedFacts): FactGroup[] {
  const left = new Set((ids as readonly FactId[]).filter((id) => !isRated(id)));
  const groups = Object.entries(named).map(([id, { name, prefixes }]): FactGroup => {
    const mine = prefixes.flatMap((prefix) => [...left].filter((fact) => fact.startsWith(prefix)));
    for (const fact of mine) left.delete(fact);
    return { id, name, facts: mine };
  });
  return [...groups, { id: 'other', name: rest, facts: [...left] }].filter((group) => group.facts.length > 0);
}

export function definitionOf(id: string): FactDefinition | undefined {
  return Object.hasOwn(facts, id) ? facts[id as FactId] : undefined;
}

export function isRecordable(id: string): id is FactId {
  return recordedFacts.includes(id) && !isRated(id);
}

type Said = { yes: string; no: string; buyerStage: (id: string) => string; day: (day: string) => string };

/** A fact's value in words; money is left to MoneyText. */
export function valueWords({ type }: FactDefinition, value: Scalar, lang: Lang, said: Said): string {
  switch (type.kind) {
    case 'boolean':
      return value === true ? said.yes : said.no;
    case 'choice':
      return type.words[String(value)]?.[lang] ?? String(value);
    case 'buyerStage':
      return said.buyerStage(String(value));
    case 'day':
      return said.day(String(value));
    case 'number':
      return type.unit === 'percent' ? `${String(value)}%` : String(value);
    default:
      return String(value);
  }
}
