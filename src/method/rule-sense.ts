import type { Scalar } from '#method/fact-type.ts';
import { valueTest } from '#method/rule-compile.ts';
import { type Comparison, type Rule, type RuleScope, countDefinition, isAll, isAny, isNot } from '#method/rule.ts';
import { typeOf } from '#method/rule-words.ts';

/** A comparison that has to come out as yes (`wanted`) or as no. */
export type Literal = { readonly comparison: Comparison; readonly wanted: boolean };

/** More ways than these to fulfil a rule are not looked through; nothing is said of such a rule. */
const MOST_WAYS = 2000;

/**
 * Why a rule can never hold, whatever is recorded: the comparisons that exclude each other. Undefined when it can, or
 * when it is too large to tell.
 */
export function neverHolds(rule: Rule, scope: RuleScope): readonly Literal[] | undefined {
  const ways = waysTo(rule, true);
  if (!ways) return undefined;
  const conflicts = ways.map((way) => conflictIn(way, scope, 'unknown'));
  return conflicts.every((conflict) => conflict !== undefined) ? conflicts[0] : undefined;
}

/** Whether a rule holds as soon as its facts are recorded, whatever they say: it asks nothing. */
export function alwaysHolds(rule: Rule, scope: RuleScope): boolean {
  const ways = waysTo(rule, false);
  return ways !== undefined && ways.every((way) => conflictIn(way, scope, 'no') !== undefined);
}

/** The ways in which a rule comes out as wanted, each a list of comparisons that must come out together. */
function waysTo(rule: Rule, wanted: boolean): Literal[][] | undefined {
  if (isNot(rule)) return waysTo(rule.not, !wanted);
  if (!isAll(rule) && !isAny(rule)) return [[{ comparison: rule, wanted }]];
  const parts = isAll(rule) ? rule.all : rule.any;
  let found: Literal[][] = isAll(rule) === wanted ? [[]] : [];
  for (const part of parts) {
    const ways = waysTo(part, wanted);
    if (!ways) return undefined;
    if (isAll(rule) === wanted) {
      if (found.length * ways.length > MOST_WAYS) return undefined;
      found = found.flatMap((way) => ways.map((more) => [...way, ...more]));
    } else found = [...found, ...ways];
    if (found.length > MOST_WAYS) return undefined;
  }
  return found;
}

/** What `recorded: true` is while nothing is recorded: unknown where a rule is judged, no where it is asked whether it asks anything. */
type Absent = 'unknown' | 'no';

/** The literals of a way that cannot come out together; undefined when they can. */
function conflictIn(way: readonly Literal[], scope: RuleScope, absent: Absent): readonly Literal[] | undefined {
  const bySubject = Map.groupBy(way, ({ comparison }) => subjectOf(comparison));
  const possible = [...bySubject.values()].map((literals) => ({
    literals,
    values: candidates(literals, scope).filter((value) => literals.every((one) => fits(one, value, scope, absent))),
  }));
  const alone = possible.find(({ values }) => values.length === 0);
  if (alone) return alone.literals;
  // Fewer rows fit where more is asked of them.
  for (const wide of possible)
    for (const narrow of possible)
      if (isNarrower(narrow.literals[0]!.comparison, wide.literals[0]!.comparison)) {
        // Of nothing recorded the least is Infinity: it bars nothing.
        const [least, most] = [Math.min(...numbers(narrow.values)), Math.max(...numbers(wide.values))];
        if (least !== Infinity && least > most) return [...wide.literals, ...narrow.literals];
      }
  return undefined;
}

const numbers = (values: readonly (Scalar | undefined)[]) => values.filter((value) => typeof value === 'number');

function subjectOf({ fact, with: params = {} }: Comparison): string {
  return JSON.stringify([fact, ...Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

function isNarrower(narrow: Comparison, wide: Comparison): boolean {
  if (narrow === wide || narrow.fact !== wide.fact || !countDefinition(wide.fact)) return false;
  const params = narrow.with ?? {};
  const shared = Object.entries(wide.with ?? {});
  return shared.length < Object.keys(params).length && shared.every(([name, value]) => params[name] === value);
}

function fits({ comparison, wanted }: Literal, value: Scalar | undefined, scope: RuleScope, absent: Absent): boolean {
  const { recorded } = comparison;
  if (value === undefined) {
    if (recorded === undefined) return false;
    return recorded ? absent === 'no' && !wanted : wanted;
  }
  return (recorded ?? valueTest(comparison, typeOf(comparison), scope)(value)) === wanted;
}

/** Values enough to tell whether any fits: each that is named, its neighbours, the ends; undefined is 'not recorded'. */
function candidates(literals: readonly Literal[], scope: RuleScope): (Scalar | undefined)[] {
  const { comparison } = literals[0]!;
  const type = typeOf(comparison);
  const named = literals.flatMap(({ comparison: { is, isNot, oneOf, atLeast, atMost } }) =>
    [is, isNot, atLeast, atMost, ...(oneOf ?? [])].filter((value) => value !== undefined),
  );
  switch (type.kind) {
    case 'boolean':
      return [undefined, true, false];
    case 'buyerStage':
      return [undefined, ...scope.buyerStages];
    case 'choice':
    case 'choices':
      return [undefined, ...Object.keys(type.words)];
    case 'number': {
      // Counts, marks, amounts and percentages: none of the catalogue is ever below nought.
      const step = countDefinition(comparison.fact) ? 1 : 0.5;
      const near = named.flatMap((value) => (typeof value === 'number' ? [value - step, value, value + step] : []));
      const most = type.unit === 'percent' ? 100 : Infinity;
      return [undefined, ...[0, ...near, most].filter((value) => value >= 0 && value <= most)];
    }
    case 'day': {
      const days = named.map((value) => Date.parse(String(value)));
      const near = days.flatMap((at) => [at - DAY, at, at + DAY]);
      return [undefined, ...near.map((at) => new Date(at).toISOString().slice(0, 10)), '2000-01-01'];
    }
    default:
      return [undefined, ...named, '\u0000'];
  }
}

const DAY = 86_400_000;
