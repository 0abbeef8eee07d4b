import type { Text } from '#shared/messages.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { both } from '#method/method.messages.ts';
import { type Counted, compileRule, conjoin, countRows, negate, valueOf } from '#method/rule-compile.ts';
import {
  type Comparison,
  type Rule,
  type RuleScope,
  type Truth,
  countDefinition,
  isAll,
  isAny,
  isNot,
} from '#method/rule.ts';
import { factWords, typeOf, valueWords, wantedWords } from '#method/rule-words.ts';

/** Why a rule came out as it did: a tree with the rule's own shape. `truth` null = not known. */
export type Explanation = {
  readonly kind: 'all' | 'any' | 'not' | 'fact';
  readonly truth: Truth;
  readonly words: Text;
  readonly fact?: string;
  readonly parts?: readonly Explanation[];
};
export type Explain = (source: FactSource) => Explanation;

const allOf = both((m) => m.allOf);
const anyOf = both((m) => m.anyOf);
const noneOf = both((m) => m.noneOf);

export function explainRule(rule: Rule, source: FactSource, scope: RuleScope): Explanation {
  return compileExplanation(rule, scope)(source);
}

/** An explanation made ready to be given many times; its truth is always that of `compileRule`. */
export function compileExplanation(rule: Rule, scope: RuleScope): Explain {
  if (isAll(rule) || isAny(rule)) {
    const explains = (isAll(rule) ? rule.all : rule.any).map((part) => compileExplanation(part, scope));
    const all = isAll(rule);
    return (source) => {
      const parts = explains.map((explain) => explain(source));
      const truths = parts.map(({ truth }) => truth);
      if (all) return { kind: 'all', truth: conjoin(truths), words: allOf, parts };
      return { kind: 'any', truth: negate(conjoin(truths.map(negate))), words: anyOf, parts };
    };
  }
  if (isNot(rule)) {
    const explain = compileExplanation(rule.not, scope);
    return (source) => {
      const part = explain(source);
      return { kind: 'not', truth: negate(part.truth), words: noneOf, parts: [part] };
    };
  }
  return explainComparison(rule, scope);
}

/** The comparisons that keep the rule from being true, with 'not' taken into account. */
export function unsatisfied(explanation: Explanation, wanted = true): Explanation[] {
  const truth = wanted ? explanation.truth : negate(explanation.truth);
  if (truth === true) return [];
  if (!explanation.parts) return [explanation];
  const next = explanation.kind === 'not' ? !wanted : wanted;
  return explanation.parts.flatMap((part) => unsatisfied(part, next));
}

function explainComparison(comparison: Comparison, scope: RuleScope): Explain {
  const test = compileRule(comparison, scope);
  const count = countDefinition(comparison.fact);
  const type = typeOf(comparison, scope.further);
  const fact = both((_, lang) => factWords(comparison, lang, scope.further));
  const wanted = both((_, lang) => wantedWords(comparison, lang, {}, scope.further));
  const tally = count && countRows(comparison, count);
  const actual = tally
    ? (source: FactSource) => countedWords(tally(source))
    : (source: FactSource) => singleWords(type, valueOf(source, comparison.fact));
  return (source) => {
    const is = actual(source);
    const words = both((m, lang) => m.factLine(fact[lang], is[lang], wanted[lang]));
    return { kind: 'fact', truth: test(source), fact: comparison.fact, words };
  };
}

function singleWords(type: FactType, value: Scalar | undefined): Text {
  return both((m, lang) => (value === undefined ? m.notRecorded : valueWords(type, value, lang)));
}

function countedWords(counted: Counted | undefined): Text {
  if (!counted) return both((m) => m.notRecorded);
  const { sure, possible, rows } = counted;
  if (sure !== possible) return both((m) => m.between(sure, possible));
  const names = rows.map((row) => String(row.name));
  return both((m) => m.counted(sure, names));
}
