import { isDay } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { FactType } from '#method/fact-type.ts';
import { both } from '#method/method.messages.ts';
import { type Operator, type RuleScope, countDefinition, factDefinition, fieldType, operators } from '#method/rule.ts';

export type Path = readonly (string | number)[];
export type RuleProblem = { readonly path: Path; readonly words: Text };

const keys = new Set<string>(['fact', 'with', ...operators]);
const numeric: FactType = { kind: 'number' };

/** Everything that is wrong with a rule as written; an empty list means that it is a `Rule`. */
export function ruleProblems(rule: unknown, scope?: Partial<RuleScope>, path: Path = []): RuleProblem[] {
  if (!isRecord(rule)) return [problem(path, (m) => m.ruleNotObject)];
  const heads = ['all', 'any', 'not', 'fact'].filter((head) => head in rule);
  if (heads.length !== 1) return [problem(path, (m) => m.ruleHead)];
  if ('fact' in rule) return comparisonProblems(rule, scope, path);
  const extra = Object.keys(rule)
    .filter((key) => key !== heads[0])
    .map((key) => problem([...path, key], (m) => m.unknownKey(key)));
  if ('not' in rule) return [...extra, ...ruleProblems(rule.not, scope, [...path, 'not'])];
  const head = heads[0]!;
  const parts = rule[head];
  if (!Array.isArray(parts) || parts.length === 0) return [...extra, problem([...path, head], (m) => m.ruleEmpty)];
  return [...extra, ...parts.flatMap((part: unknown, i) => ruleProblems(part, scope, [...path, head, i]))];
}

function comparisonProblems(
  rule: Record<string, unknown>,
  scope: Partial<RuleScope> | undefined,
  path: Path,
): RuleProblem[] {
  const found = Object.keys(rule)
    .filter((key) => !keys.has(key))
    .map((key) => problem([...path, key], (m) => m.unknownKey(key)));
  const id = String(rule.fact);
  const count = countDefinition(id);
  const type = count ? numeric : factDefinition(id, scope?.further)?.type;
  if (!type) return [...found, problem([...path, 'fact'], (m) => m.unknownFact(id))];

  if (rule.with !== undefined && !isRecord(rule.with)) {
    found.push(problem([...path, 'with'], (m) => m.withNotObject));
  }
  for (const [name, value] of Object.entries(isRecord(rule.with) ? rule.with : {})) {
    const at = [...path, 'with', name];
    const param = count && Object.hasOwn(count.params, name) ? count.params[name] : undefined;
    if (!count || !param) found.push(problem(at, (m) => m.unknownParam(id, name)));
    else {
      const wanted: FactType = param.match === 'known' ? { kind: 'boolean' } : fieldType(count, param.field);
      found.push(...valueProblems(wanted, value, scope, at));
    }
  }

  const used = operators.filter((operator) => rule[operator] !== undefined);
  if (used.length !== 1) return [...found, problem(path, (m) => m.oneOperator)];
  return [...found, ...operatorProblems(used[0]!, rule[used[0]!], type, scope, [...path, used[0]!])];
}

function operatorProblems(
  operator: Operator,
  value: unknown,
  type: FactType,
  scope: Partial<RuleScope> | undefined,
  at: Path,
) {
  if (operator === 'recorded') return typeof value === 'boolean' ? [] : [problem(at, (m) => m.wantedKind('boolean'))];
  if (operator === 'oneOf') {
    if (!Array.isArray(value) || value.length === 0) return [problem(at, (m) => m.wantedList)];
    return value.flatMap((item: unknown, i) => valueProblems(type, item, scope, [...at, i]));
  }
  const comparable =
    type.kind === 'number' || type.kind === 'day' || type.kind === 'buyerStage' || ('ordered' in type && type.ordered);
  if ((operator === 'atLeast' || operator === 'atMost') && !comparable)
    return [problem(at, (m) => m.notOrdered(operator))];
  return valueProblems(type, value, scope, at);
}

function valueProblems(type: FactType, value: unknown, scope: Partial<RuleScope> | undefined, at: Path): RuleProblem[] {
  switch (type.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : [problem(at, (m) => m.wantedKind('number'))];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [problem(at, (m) => m.wantedKind('boolean'))];
    case 'day':
      return typeof value === 'string' && isDay(value) ? [] : [problem(at, (m) => m.wantedKind('day'))];
    case 'text':
      return typeof value === 'string' ? [] : [problem(at, (m) => m.wantedKind('text'))];
    case 'buyerStage':
      if (!scope?.buyerStages) return typeof value === 'string' ? [] : [problem(at, (m) => m.wantedKind('text'))];
      if (typeof value === 'string' && scope.buyerStages.includes(value)) return [];
      return [problem(at, (m) => m.wantedOneOf(scope.buyerStages ?? []))];
    default:
      if (typeof value === 'string' && Object.hasOwn(type.words, value)) return [];
      return [problem(at, (m) => m.wantedOneOf(Object.keys(type.words)))];
  }
}

function problem(path: Path, words: Parameters<typeof both>[0]): RuleProblem {
  return { path, words: both(words) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
