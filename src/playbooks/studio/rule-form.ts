import type { Scalar, FactType } from '#method/fact-type.ts';
import { counts, lists } from '#method/fact-lists.ts';
import { facts } from '#method/facts.ts';
import type { Text } from '#shared/messages.ts';
import {
  type Comparison,
  type FactCatalogue,
  type Operator,
  type Rule,
  type RuleScope,
  countDefinition,
  fieldType,
  isNot,
  operatorOf,
  operators,
} from '#method/rule.ts';
import { type Named, typeOf } from '#method/rule-words.ts';

/** A number that stands beside a rule under a name of its own; in the rule it is written `{param: id}`. */
export type NamedNumber = { readonly id: string; readonly name: Text; readonly value: number };

/** What the form needs to know of where a rule stands: what it may ask, what the buyer's steps are called. */
export type FormScope = RuleScope & { readonly named: Named; readonly numbers: readonly NamedNumber[] };

export type FactChoice = {
  readonly id: string;
  readonly name: Text;
  readonly area: string;
  readonly counted: boolean;
};

/** The facts to choose from: those beyond the catalogue, where the rule may ask them, first; those that are counted last. */
export function factChoices(further: FactCatalogue = {}): readonly FactChoice[] {
  return [
    ...Object.entries({ ...further, ...facts }).map(([id, { name, area }]) => ({ id, name, area, counted: false })),
    ...Object.entries(counts).map(([id, { name, list }]) => ({ id, name, area: lists[list].area, counted: true })),
  ];
}

/** The comparisons that make sense of a fact of this type. A rule for all methods knows the steps of no buyer. */
export function operatorsFor(type: FactType, { buyerStages }: RuleScope): readonly Operator[] {
  if (type.kind === 'boolean') return ['is', 'recorded'];
  if (type.kind === 'buyerStage' && buyerStages.length === 0) return ['recorded'];
  const ordered =
    type.kind === 'number' || type.kind === 'day' || type.kind === 'buyerStage' || ('ordered' in type && type.ordered);
  const fitting = operators.filter((operator) => ordered || (operator !== 'atLeast' && operator !== 'atMost'));
  return type.kind === 'number' || type.kind === 'day' ? fitting.filter((operator) => operator !== 'oneOf') : fitting;
}

/** A first value of the type, to be changed. */
export function firstValue(type: FactType, { buyerStages }: RuleScope): Scalar {
  switch (type.kind) {
    case 'number':
      return type.unit === 'percent' ? 60 : 1;
    case 'boolean':
      return true;
    case 'day':
      return '2026-01-01';
    case 'buyerStage':
      return buyerStages[0] ?? '';
    case 'choice':
    case 'choices':
      return Object.keys(type.words)[0] ?? '';
    default:
      return '';
  }
}

export function beginComparison(fact: string, scope: RuleScope): Comparison {
  const type = typeOf({ fact }, scope.further);
  const fitting = operatorsFor(type, scope);
  const operator = fitting.includes('atLeast') ? 'atLeast' : fitting[0]!;
  if (operator === 'recorded') return { fact, recorded: true };
  // 'At least' the first step of a scale bars nothing.
  const scale = type.kind === 'choice' ? Object.keys(type.words) : type.kind === 'buyerStage' ? scope.buyerStages : [];
  const second = operator === 'atLeast' ? scale[1] : undefined;
  return { fact, [operator]: second ?? firstValue(type, scope) };
}

/** The same fact compared in another way; its value goes along where it fits. */
export function compareBy(comparison: Comparison, operator: Operator, scope: RuleScope): Comparison {
  const { fact, with: params } = comparison;
  const old = comparison[operatorOf(comparison)];
  const one = Array.isArray(old) ? (old[0] as Scalar) : (old as Scalar | undefined);
  const first = firstValue(typeOf(comparison, scope.further), scope);
  const kept = one !== undefined && typeof one === typeof first && operatorOf(comparison) !== 'recorded' ? one : first;
  const value = operator === 'recorded' ? true : operator === 'oneOf' ? [kept] : kept;
  return { fact, ...(params && { with: params }), [operator]: value };
}

/** Another value under the same comparison. */
export function compareTo(comparison: Comparison, value: Scalar | readonly Scalar[]): Comparison {
  return { ...comparison, [operatorOf(comparison)]: value };
}

/** The type of what a limit of a counted fact takes. */
export function limitType(fact: string, param: string): FactType {
  const count = countDefinition(fact);
  const limit = count?.params[param];
  if (!count || !limit) return { kind: 'text' };
  return limit.match === 'known' ? { kind: 'boolean' } : fieldType(count, limit.field);
}

export function setLimit(comparison: Comparison, param: string, value: Scalar | undefined): Comparison {
  const { with: old = {}, ...rest } = comparison;
  const { [param]: _gone, ...others } = old;
  const limits = value === undefined ? others : { ...old, [param]: value };
  const { fact, ...compared } = rest;
  return Object.keys(limits).length === 0 ? rest : { fact, with: limits, ...compared };
}

/** A part seen without its 'not', which is a mark beside it. */
export function signed(rule: Rule): { rule: Rule; negated: boolean } {
  return isNot(rule) ? { rule: rule.not, negated: true } : { rule, negated: false };
}

export function withSign(rule: Rule, negated: boolean): Rule {
  return negated ? { not: rule } : rule;
}
