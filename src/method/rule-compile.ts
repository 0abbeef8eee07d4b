import type { FactSource } from '#method/fact-source.ts';
import type { CountDefinition } from '#method/fact-lists.ts';
import type { FactType, Scalar } from '#method/fact-type.ts';
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

export type Test = (source: FactSource) => Truth;
export type Row = { readonly [field: string]: unknown };
type RowTest = (row: Row) => Truth;

/** A rule made ready to run many times. */
export function compileRule(rule: Rule, scope: RuleScope): Test {
  if (isAll(rule)) {
    const tests = rule.all.map((part) => compileRule(part, scope));
    return (source) => conjunction(tests, source);
  }
  if (isAny(rule)) {
    const tests = rule.any.map((part) => compileRule(part, scope));
    return (source) => negate(conjunction(tests, source, negate));
  }
  if (isNot(rule)) {
    const test = compileRule(rule.not, scope);
    return (source) => negate(test(source));
  }
  return compileComparison(rule, scope);
}

export function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

/** `all` over truths already at hand. */
export function conjoin(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** No as soon as one part is no; otherwise unknown as soon as one is unknown. */
function conjunction<Input>(tests: readonly ((input: Input) => Truth)[], input: Input, turn?: typeof negate): Truth {
  let truth: Truth = true;
  for (const test of tests) {
    const part: Truth = turn ? turn(test(input)) : test(input);
    if (part === false) return false;
    if (part === null) truth = null;
  }
  return truth;
}

function compileComparison(comparison: Comparison, scope: RuleScope): Test {
  const count = countDefinition(comparison.fact);
  if (count) return compileCount(comparison, count);
  const id = comparison.fact;
  const holds = valueTest(comparison, factDefinition(id, scope.further)?.type ?? { kind: 'text' }, scope);
  if (comparison.recorded !== undefined) return recordedTest(comparison, (source) => valueOf(source, id));
  return (source) => {
    const value = valueOf(source, id);
    return value === undefined ? null : holds(value);
  };
}

/** `recorded: true` waits (unknown) until there is a record; `recorded: false` asks for its absence and is plain. */
function recordedTest({ recorded }: Comparison, read: (source: FactSource) => unknown): Test {
  if (recorded === true) return (source) => (read(source) === undefined ? null : true);
  return (source) => read(source) === undefined;
}

export function valueOf(source: FactSource, id: string): Scalar | undefined {
  const values: { readonly [id: string]: Scalar | undefined } = source.values;
  return values[id];
}

/** How many rows surely match, and how many may, as some of their fields are not recorded. */
export type Counted = { readonly sure: number; readonly possible: number; readonly rows: readonly Row[] };

export function countRows(comparison: Comparison, count: CountDefinition): (source: FactSource) => Counted | undefined {
  const tests = rowTests(comparison, count);
  return (source) => {
    const rows: readonly Row[] | undefined = source.lists[count.list];
    if (!rows) return undefined;
    let sure = 0;
    const matching: Row[] = [];
    for (const row of rows) {
      const match = conjunction(tests, row);
      if (match !== false) matching.push(row);
      if (match === true) sure++;
    }
    return { sure, possible: matching.length, rows: matching };
  };
}

/** The least and the most that the count can be decide; when they disagree it is unknown. */
function compileCount(comparison: Comparison, count: CountDefinition): Test {
  if (comparison.recorded !== undefined) return recordedTest(comparison, (source) => source.lists[count.list]);
  const tally = countRows(comparison, count);
  const holds = valueTest(comparison, { kind: 'number' }, { buyerStages: [] });
  return (source) => {
    const counted = tally(source);
    if (!counted) return null;
    const truth = holds(counted.sure);
    for (let n = counted.sure + 1; n <= counted.possible; n++) if (holds(n) !== truth) return null;
    return truth;
  };
}

function rowTests(comparison: Comparison, count: CountDefinition): RowTest[] {
  return Object.entries(comparison.with ?? {}).map(([name, wanted]): RowTest => {
    const param = count.params[name];
    if (!param) return () => null;
    const { field, match } = param;
    if (match === 'known') return (row) => isKnown(row[field]) === wanted;
    const type = fieldType(count, field);
    return (row) => {
      const value = row[field];
      if (value === undefined) return null;
      if (match === 'has') return Array.isArray(value) && value.includes(wanted);
      if (match === 'is') return value === wanted;
      if (match === 'atMost') return rank(type, value) <= rank(type, wanted);
      return rank(type, value) >= rank(type, wanted);
    };
  });
}

function isKnown(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** Whether a recorded value is what the comparison wants. */
export function valueTest(comparison: Comparison, type: FactType, scope: RuleScope): (value: Scalar) => boolean {
  const operator = operatorOf(comparison);
  const wanted = comparison[operator];
  if (operator === 'is') return (value) => value === wanted;
  if (operator === 'isNot') return (value) => value !== wanted;
  if (operator === 'oneOf') return (value) => (comparison.oneOf ?? []).includes(value);
  const limit = rank(type, wanted, scope);
  if (operator === 'atLeast') return (value) => rank(type, value, scope) >= limit;
  return (value) => rank(type, value, scope) <= limit;
}

/** A value's place in its order: numbers by size, days by date, scales and buyer's steps by position. */
function rank(type: FactType, value: unknown, scope?: RuleScope): number {
  if (typeof value === 'number') return value;
  if (type.kind === 'day') return Date.parse(String(value));
  if (type.kind === 'buyerStage') return scope?.buyerStages.indexOf(String(value)) ?? Number.NaN;
  if (type.kind === 'choice') return Object.keys(type.words).indexOf(String(value));
  return Number.NaN;
}
