import type { Text } from '#shared/messages.ts';
import { type Lang } from '#shared/messages.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { both, messages } from '#method/method.messages.ts';
import { compileRule, countRows, negate, valueOf } from '#method/rule-compile.ts';
import {
  type Comparison,
  type Rule,
  type RuleScope,
  type Truth,
  countDefinition,
  factDefinition,
  fieldType,
  isAll,
  isAny,
  isNot,
  operatorOf,
} from '#method/rule.ts';

/** Why a rule came out as it did: a tree with the rule's own shape. `truth` null = not known. */
export type Explanation = {
  readonly kind: 'all' | 'any' | 'not' | 'fact';
  readonly truth: Truth;
  readonly words: Text;
  readonly fact?: string;
  readonly parts?: readonly Explanation[];
};

export function explainRule(rule: Rule, source: FactSource, scope: RuleScope): Explanation {
  const truth = compileRule(rule, scope)(source);
  const explain = (part: Rule) => explainRule(part, source, scope);
  if (isAll(rule)) return { kind: 'all', truth, words: both((m) => m.allOf), parts: rule.all.map(explain) };
  if (isAny(rule)) return { kind: 'any', truth, words: both((m) => m.anyOf), parts: rule.any.map(explain) };
  if (isNot(rule)) return { kind: 'not', truth, words: both((m) => m.noneOf), parts: [explain(rule.not)] };
  return { kind: 'fact', truth, fact: rule.fact, words: comparisonWords(rule, source) };
}

/** The comparisons that keep the rule from being true, with 'not' taken into account. */
export function unsatisfied(explanation: Explanation, wanted = true): Explanation[] {
  const truth = wanted ? explanation.truth : negate(explanation.truth);
  if (truth === true) return [];
  if (!explanation.parts) return [explanation];
  const next = explanation.kind === 'not' ? !wanted : wanted;
  return explanation.parts.flatMap((part) => unsatisfied(part, next));
}

function comparisonWords(comparison: Comparison, source: FactSource): Text {
  const count = countDefinition(comparison.fact);
  const operator = operatorOf(comparison);
  const type: FactType = count ? { kind: 'number' } : (factDefinition(comparison.fact)?.type ?? { kind: 'text' });
  return both((m, lang) => {
    const wanted = comparison[operator];
    const items: readonly Scalar[] = Array.isArray(wanted) ? (wanted as readonly Scalar[]) : [wanted as Scalar];
    const wantedWords = m.wanted[operator](
      m.list(items.map((item) => valueWords(operator === 'recorded' ? { kind: 'boolean' } : type, item, lang))),
    );
    return m.factLine(factWords(comparison, lang), actualWords(comparison, type, source, lang), wantedWords);
  });
}

function factWords(comparison: Comparison, lang: Lang): string {
  const m = messages[lang];
  const count = countDefinition(comparison.fact);
  if (!count) return factDefinition(comparison.fact)?.name[lang] ?? comparison.fact;
  const params = Object.entries(comparison.with ?? {}).map(([name, value]) => {
    const param = count.params[name];
    if (!param) return name;
    const type: FactType = param.match === 'known' ? { kind: 'boolean' } : fieldType(count, param.field);
    return m.param(param.name[lang], valueWords(type, value, lang));
  });
  return m.factWith(count.name[lang], params);
}

function actualWords(comparison: Comparison, type: FactType, source: FactSource, lang: Lang): string {
  const m = messages[lang];
  const count = countDefinition(comparison.fact);
  if (!count) {
    const value = valueOf(source, comparison.fact);
    return value === undefined ? m.notRecorded : valueWords(type, value, lang);
  }
  const counted = countRows(comparison, count)(source);
  if (!counted) return m.notRecorded;
  if (counted.sure !== counted.possible) return m.between(counted.sure, counted.possible);
  return m.counted(
    counted.sure,
    counted.rows.map((row) => String(row.name)),
  );
}

function valueWords(type: FactType, value: Scalar, lang: Lang): string {
  if (typeof value === 'boolean') return value ? messages[lang].yes : messages[lang].no;
  if (type.kind === 'number' && typeof value === 'number') {
    if (type.unit === 'percent') return `${value} %`;
    if (type.unit === 'minorUnits') return (value / 100).toLocaleString('en-US');
    return String(value);
  }
  if (type.kind === 'choice' || type.kind === 'choices') return type.words[value]?.[lang] ?? String(value);
  return String(value);
}
