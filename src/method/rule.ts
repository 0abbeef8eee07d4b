import { type CountDefinition, type CountId, counts, lists } from '#method/fact-lists.ts';
import type { FactDefinition, FactId } from '#method/facts.ts';
import { facts } from '#method/facts.ts';
import type { FactType, Scalar } from '#method/fact-type.ts';

/**
 * A condition over facts, written in YAML or JSON:
 *
 *   all:
 *     - {fact: budget.state, atLeast: approved}
 *     - {fact: stakeholders.count, with: {role: decider, relationshipAtLeast: trusted}, atLeast: 1}
 *     - not: {fact: supplier.shortlisted, is: false}
 *
 * Facts that nobody recorded are unknown, and unknown runs through `all`, `any` and `not` as in Kleene's logic.
 * `recorded: true` stays unknown until there is a record; `recorded: false` is yes or no.
 */
export type Rule = AllRule | AnyRule | NotRule | Comparison;
export type AllRule = { readonly all: readonly Rule[] };
export type AnyRule = { readonly any: readonly Rule[] };
export type NotRule = { readonly not: Rule };

/** One fact against one wanted value: exactly one of the operators is present. */
export type Comparison = {
  readonly fact: string;
  /** picks the rows of a counted fact */
  readonly with?: { readonly [param: string]: Scalar };
  readonly is?: Scalar;
  readonly isNot?: Scalar;
  readonly oneOf?: readonly Scalar[];
  readonly atLeast?: Scalar;
  readonly atMost?: Scalar;
  readonly recorded?: boolean;
};

export const operators = ['is', 'isNot', 'oneOf', 'atLeast', 'atMost', 'recorded'] as const;
export type Operator = (typeof operators)[number];

/** Yes, no, or null: not known. */
export type Truth = boolean | null;

/** What a rule needs to know of its playbook: the buyer's steps in order; and facts beyond the catalogue, where it may ask them. */
export type RuleScope = { readonly buyerStages: readonly string[]; readonly further?: FactCatalogue };
export type FactCatalogue = { readonly [id: string]: FactDefinition };

export const isAll = (rule: Rule): rule is AllRule => 'all' in rule;
export const isAny = (rule: Rule): rule is AnyRule => 'any' in rule;
export const isNot = (rule: Rule): rule is NotRule => 'not' in rule;

export function operatorOf(comparison: Comparison): Operator {
  return operators.find((operator) => comparison[operator] !== undefined) ?? 'recorded';
}

export function factDefinition(id: string, further: FactCatalogue = {}): FactDefinition | undefined {
  if (Object.hasOwn(further, id)) return further[id];
  return Object.hasOwn(facts, id) ? facts[id as FactId] : undefined;
}

export function countDefinition(id: string): CountDefinition | undefined {
  return Object.hasOwn(counts, id) ? counts[id as CountId] : undefined;
}

export function fieldType(count: CountDefinition, field: string): FactType {
  const fields: { readonly [field: string]: FactType } = lists[count.list].fields;
  return fields[field] ?? { kind: 'text' };
}

/** Every comparison of a rule, in reading order. */
export function comparisons(rule: Rule): Comparison[] {
  if (isAll(rule)) return rule.all.flatMap(comparisons);
  if (isAny(rule)) return rule.any.flatMap(comparisons);
  if (isNot(rule)) return comparisons(rule.not);
  return [rule];
}
