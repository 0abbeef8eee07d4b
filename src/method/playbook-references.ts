import { both } from '#method/method.messages.ts';
import { type Path, type RuleProblem, isRecord, ruleProblems } from '#method/rule-problems.ts';

/** A part of raw data and where it stands. */
export type Placed = { readonly value: Record<string, unknown>; readonly path: Path };

/**
 * What the shape alone cannot tell: ids used twice, references to nothing, rules that name a buyer's step which this
 * playbook does not have. Reads raw data and skips what has the wrong shape, so that all problems come at once.
 */
export function referenceProblems(raw: unknown): RuleProblem[] {
  const root: Placed = { value: isRecord(raw) ? raw : {}, path: [] };
  const buyerStages = items(root, 'buyerStages');
  const stages = items(root, 'stages');
  const checks = stages.flatMap((stage) => items(stage, 'checks'));
  const funnel = items(root, 'funnel');
  const parking = isRecord(root.value.parking) ? [{ value: root.value.parking, path: ['parking'] }] : [];
  const scope = { buyerStages: ids(buyerStages) };
  const inChecks = [...checks, ...checks.flatMap((check) => part(check, 'accept'))];
  return [
    ...[buyerStages, stages, checks, funnel, ...checks.map((check) => items(check, 'signals'))].flatMap(duplicates),
    ...stages.flatMap((stage) => unknownIn(stage, 'buyerStages', scope.buyerStages)),
    ...parking.flatMap((parked) => unknownIn(parked, 'criteria', ids(checks))),
    ...endlessProblems(root, stages),
    ...funnel.flatMap((column) => unknownIn(column, 'stage', ids(stages))),
    ...unknownIn(root, 'wonAfter', ids(stages)),
    ...inChecks.flatMap(({ value, path }) =>
      value.rule === undefined ? [] : ruleProblems(value.rule, scope, [...path, 'rule']),
    ),
    ...funnel.flatMap(({ value, path }) =>
      value.when === undefined ? [] : ruleProblems(value.when, scope, [...path, 'when']),
    ),
  ];
}

/** Only the last stage may be endless, and the deal has to be won in an earlier one: nothing leaves an endless stage. */
function endlessProblems({ value: { wonAfter } }: Placed, stages: readonly Placed[]): RuleProblem[] {
  return stages.flatMap(({ value, path }, i) => {
    if (value.endless !== true) return [];
    const at = [...path, 'endless'];
    if (i < stages.length - 1) return [{ path: at, words: both((m) => m.endlessNotLast) }];
    return wonAfter === undefined || wonAfter === value.id ? [{ path: at, words: both((m) => m.endlessNeverWon) }] : [];
  });
}

/** The entries of a list that are objects; none when it is no list. */
export function items({ value, path }: Placed, key: string): Placed[] {
  const list = value[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, i) => (isRecord(item) ? [{ value: item, path: [...path, key, i] }] : []));
}

export function part({ value, path }: Placed, key: string): Placed[] {
  const inner = value[key];
  return isRecord(inner) ? [{ value: inner, path: [...path, key] }] : [];
}

export function ids(placed: readonly Placed[]): string[] {
  return placed.map(({ value }) => value.id).filter((id) => typeof id === 'string');
}

function duplicates(placed: readonly Placed[]): RuleProblem[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ value, path }) => {
    const { id } = value;
    if (typeof id !== 'string' || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, 'id'], words: both((m) => m.duplicateId(id)) }];
  });
}

function unknownIn({ value, path }: Placed, key: string, known: readonly string[]): RuleProblem[] {
  const referred = value[key];
  const all: [unknown, Path][] = Array.isArray(referred)
    ? referred.map((id: unknown, i) => [id, [...path, key, i]])
    : [[referred, [...path, key]]];
  return all.flatMap(([id, at]) =>
    typeof id === 'string' && !known.includes(id) ? [{ path: at, words: both((m) => m.unknownReference(id)) }] : [],
  );
}
