import { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { lintFacts } from '#method/lint/lint-facts.ts';
import { NextActTemplate, TextPair } from '#method/playbook.ts';
import { type Path, type RuleProblem, isRecord, ruleProblems } from '#method/rule-problems.ts';
import type { Rule } from '#method/rule.ts';
import { both } from '#method/method.messages.ts';
import { type Severity, severities } from '#method/lint/severity.ts';

export const SeverityKey = z.enum(Object.keys(severities) as [Severity, ...Severity[]]);

const RuleId = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);

/** A number in a rule's condition that a company may tune; there it stands as `{param: days}`. */
export const LintParam = z
  .strictObject({
    id: RuleId,
    name: TextPair,
    unit: z.enum(['days', 'count', 'percent', 'stage']),
    value: z.number(),
    min: z.number().default(0),
    max: z.number().default(3650),
  })
  .refine(({ value, min, max }) => value >= min && value <= max);
export type LintParam = z.infer<typeof LintParam>;

/** A rule as data whose numbers may be `{param: id}`. */
export type Condition = { readonly [key: string]: unknown };

/**
 * One of the selling mistakes 销售十忌 (Domain §16): when it is made, what it says of the deal, and the cure.
 *
 * `when` is a rule of the rule language (rule.ts) over the facts of gates and the lint facts (lint-facts.ts). It fires
 * on yes alone: what is not known is never a mistake, except for rules that ask just that (`recorded: false`, or a fact
 * about our knowledge), which say so by `aboutUnknown`. In `says`, `{fact.id}` stands for the fact's value.
 */
export const LintRule = z
  .strictObject({
    id: RuleId,
    name: TextPair,
    severity: SeverityKey,
    /** states of a deal in which it is asked */
    states: z
      .array(z.enum(['open', 'won']))
      .min(1)
      .default(['open']),
    aboutUnknown: z.boolean().default(false),
    when: z.custom<Condition>(isRecord),
    says: TextPair,
    params: z.array(LintParam).max(6).default([]),
    cure: NextActTemplate,
  })
  .superRefine((rule, context) => {
    for (const { path, words } of conditionProblems(rule))
      context.addIssue({ code: 'custom', message: words.en, path: [...path], params: { words } });
  });
export type LintRule = z.infer<typeof LintRule>;
export type LintRuleText = z.input<typeof LintRule>;

export type ParamValues = { readonly [param: string]: number };

/** Everything wrong with a rule's condition, at its place in the rule. */
export function conditionProblems({ when, params }: Pick<LintRule, 'when' | 'params'>): RuleProblem[] {
  const known = new Set(params.map(({ id }) => id));
  const used = paramsIn(when, ['when']);
  return [
    ...used.filter(({ id }) => !known.has(id)).map(({ id, path }) => problem(path, (m) => m.unknownReference(id))),
    ...params.flatMap(({ id }, at) =>
      used.some((param) => param.id === id) ? [] : [problem(['params', at], (m) => m.idleNumber(id))],
    ),
    ...ruleProblems(conditionOf({ when, params }), { further: lintFacts }, ['when']),
  ];
}

type Conditional = { readonly when: Condition; readonly params: readonly Pick<LintParam, 'id' | 'value'>[] };

/** The condition with numbers for its parameters: the company's where it set one, else the rule's own. */
export function conditionOf({ when, params }: Conditional, values: ParamValues = {}): Rule {
  const numbers = new Map(params.map(({ id, value }) => [id, values[id] ?? value]));
  return filled(when, numbers) as Rule;
}

function filled(part: unknown, numbers: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(part)) return part.map((item) => filled(item, numbers));
  if (!isRecord(part)) return part;
  const param = paramOf(part);
  if (param !== undefined) return numbers.get(param) ?? 0;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, numbers)]));
}

function paramsIn(part: unknown, path: Path): { id: string; path: Path }[] {
  if (Array.isArray(part)) return part.flatMap((item, at) => paramsIn(item, [...path, at]));
  if (!isRecord(part)) return [];
  const id = paramOf(part);
  if (id !== undefined) return [{ id, path }];
  return Object.entries(part).flatMap(([key, value]) => paramsIn(value, [...path, key]));
}

/** The parameter that stands here instead of a number. */
export function paramOf(part: Record<string, unknown>): string | undefined {
  const keys = Object.keys(part);
  return keys.length === 1 && keys[0] === 'param' && typeof part['param'] === 'string' ? part['param'] : undefined;
}

function problem(path: Path, words: Parameters<typeof both>[0]): RuleProblem & { readonly words: Text } {
  return { path, words: both(words) };
}
