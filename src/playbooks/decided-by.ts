import type { Text } from '#shared/messages.ts';
import type { BuyerStage } from '#method/playbook.ts';
import { isAll, type Rule } from '#method/rule.ts';
import { ruleProblems } from '#method/rule-problems.ts';
import { ruleWords } from '#method/rule-words.ts';

/** A check's rule as the book tells it, one condition after the other; nothing while a draft's rule is half written. */
export function decidedBy(rule: Rule, buyerStages: readonly BuyerStage[]): Text | undefined {
  if (ruleProblems(rule, { buyerStages: buyerStages.map(({ id }) => id) }).length > 0) return undefined;
  const named = Object.fromEntries(buyerStages.map(({ id, name }) => [id, name]));
  const parts = (isAll(rule) ? rule.all : [rule]).map((part) => ruleWords(part, named));
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
