import type { Check, Playbook } from '#method/playbook.ts';

/** What a deal meets when it moves from one version of its playbook to another; everything is matched by id. */
export type Migration = {
  readonly from: number;
  readonly to: number;
  readonly stages: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly Change[];
  };
  readonly checks: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly Change[];
    readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  };
};
/** `parts`: the fields that differ, such as 'mandatory', 'rule', 'text'. */
export type Change = { readonly id: string; readonly parts: readonly string[] };

export function compareVersions(before: Playbook, after: Playbook): Migration {
  const stages = pairUp(before.stages, after.stages);
  const checks = pairUp(placedChecks(before), placedChecks(after));
  return {
    from: before.version,
    to: after.version,
    stages: {
      added: stages.added,
      removed: stages.removed,
      changed: stages.pairs.flatMap(([a, b]) => change({ ...a, checks: [] }, { ...b, checks: [] })),
    },
    checks: {
      added: checks.added,
      removed: checks.removed,
      changed: checks.pairs.flatMap(([a, b]) => change(a.check, b.check)),
      moved: checks.pairs
        .filter(([a, b]) => a.stage !== b.stage)
        .map(([a, b]) => ({ id: a.id, from: a.stage, to: b.stage })),
    },
  };
}

type Placed = { readonly id: string; readonly stage: string; readonly check: Check };

function placedChecks(playbook: Playbook): Placed[] {
  return playbook.stages.flatMap((stage) => stage.checks.map((check) => ({ id: check.id, stage: stage.id, check })));
}

function pairUp<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((thing) => [thing.id, thing]));
  const now = new Map(after.map((thing) => [thing.id, thing]));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    pairs: before.flatMap((a) => {
      const b = now.get(a.id);
      return b ? [[a, b] as const] : [];
    }),
  };
}

function change<T extends { readonly id: string }>(a: T, b: T): Change[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof T & string)[];
  const parts = keys.filter((key) => canonical(a[key]) !== canonical(b[key]));
  return parts.length === 0 ? [] : [{ id: a.id, parts }];
}

/** The same text for equal data, whatever the order of keys. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
