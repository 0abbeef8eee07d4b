import type { Lang, Text } from '#shared/messages.ts';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { both, messages } from '#method/method.messages.ts';
import {
  type Comparison,
  type FactCatalogue,
  type Rule,
  countDefinition,
  factDefinition,
  fieldType,
  isAll,
  isAny,
  isNot,
  operatorOf,
} from '#method/rule.ts';

/** What the buyer's steps of a playbook are called, by id. */
export type Named = { readonly [buyerStage: string]: Text };

/** The type of the value that a comparison looks at. */
export function typeOf({ fact }: Comparison, further: FactCatalogue = {}): FactType {
  return countDefinition(fact) ? { kind: 'number' } : (factDefinition(fact, further)?.type ?? { kind: 'text' });
}

/** A rule as one reads it: 'all of: budget at least approved; number of people (role: decider) at least 1'. */
export function ruleWords(rule: Rule, named: Named = {}, further: FactCatalogue = {}): Text {
  if (isNot(rule)) {
    const part = ruleWords(rule.not, named, further);
    return both((m, lang) => m.ruleNot(part[lang]));
  }
  if (isAll(rule) || isAny(rule)) {
    const parts = (isAll(rule) ? rule.all : rule.any).map((part) => ruleWords(part, named, further));
    const say = (m: (typeof messages)['zh']) => (isAll(rule) ? m.ruleAll : m.ruleAny);
    return parts.length === 1 ? parts[0]! : both((m, lang) => say(m)(parts.map((part) => part[lang])));
  }
  return both((m, lang) => m.ruleFact(factWords(rule, lang, further), wantedWords(rule, lang, named, further)));
}

/** The fact that is asked for, with what narrows its rows. */
export function factWords(comparison: Comparison, lang: Lang, further: FactCatalogue = {}): string {
  const m = messages[lang];
  const count = countDefinition(comparison.fact);
  if (!count) return factDefinition(comparison.fact, further)?.name[lang] ?? comparison.fact;
  const params = Object.entries(comparison.with ?? {}).map(([name, value]) => {
    const param = count.params[name];
    if (!param) return name;
    if (value === true) return param.name[lang];
    const type: FactType = param.match === 'known' ? { kind: 'boolean' } : fieldType(count, param.field);
    return m.param(param.name[lang], valueWords(type, value, lang));
  });
  return m.factWith(count.name[lang], params);
}

/** What is wanted of it. */
export function wantedWords(
  comparison: Comparison,
  lang: Lang,
  named: Named = {},
  further: FactCatalogue = {},
): string {
  const m = messages[lang];
  const type = typeOf(comparison, further);
  const operator = operatorOf(comparison);
  if (operator === 'recorded') return comparison.recorded ? m.aRecord : m.noRecord;
  const wanted = operator === 'oneOf' ? (comparison.oneOf ?? []) : [comparison[operator] ?? ''];
  return m.wanted[operator](m.list(wanted.map((item) => valueWords(type, item, lang, named))));
}

export function valueWords(type: FactType, value: Scalar, lang: Lang, named: Named = {}): string {
  if (typeof value === 'boolean') return value ? messages[lang].yes : messages[lang].no;
  if (type.kind === 'buyerStage') return named[String(value)]?.[lang] ?? String(value);
  if (type.kind === 'choice' || type.kind === 'choices') return type.words[value]?.[lang] ?? String(value);
  if (type.kind !== 'number' || typeof value !== 'number') return String(value);
  const step = type.words?.[String(value)];
  if (step) return step[lang];
  if (type.unit === 'percent') return `${value} %`;
  return type.unit === 'minorUnits' ? grouped.format(value / 100) : String(value);
}

const grouped = new Intl.NumberFormat('en-US');
