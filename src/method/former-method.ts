import type { EvidenceRecord, MethodRef } from '#method/evidence.ts';
import type { PlaybookMapping } from '#method/playbook-mapping.ts';

/** How checks of a method that the deal has left read now; a check that is not named reads as itself. null: kept aside. */
export type CheckReading = { readonly [check: string]: string | null };

/** A method that a deal has stood in, in the order of the first time. */
export type FormerMethod = MethodRef & { readonly checks: CheckReading };

export type MethodHistory = { readonly now: MethodRef; readonly former: readonly FormerMethod[] };

/**
 * Evidence as the deal's present method reads it. What was recorded under the present method is read as it was recorded,
 * whichever way the deal came back to it; what was recorded under another is on the check that the moves since have led
 * to, or aside. Nothing is left out, and reading what was read before gives the same.
 */
export function readEvidence(records: readonly EvidenceRecord[], { now, former }: MethodHistory): EvidenceRecord[] {
  if (former.length === 0) return [...records];
  const readings = new Map(former.map((method) => [keyOf(method), method.checks]));
  return records.map((read) => {
    if (read.kind === 'retraction') return read;
    const { recordedFor, aside: _aside, ...rest } = read;
    const record = recordedFor ? { ...rest, ...recordedFor } : rest;
    const home = record.under ?? former[0]!;
    const reading = isSame(home, now) ? undefined : readings.get(keyOf(home));
    const check = reading && Object.hasOwn(reading, record.check) ? reading[record.check] : undefined;
    if (check === undefined) return record;
    const { signal, ...others } = record;
    const own = { check: record.check, ...(signal !== undefined && { signal }) };
    return check === null ? { ...record, recordedFor: own, aside: true } : { ...others, check, recordedFor: own };
  });
}

/**
 * The former methods after a move from `from` to `to`: each reads on through the mapping. What was kept aside comes back
 * where a version of its own playbook has its check again.
 *
 * @param has whether the method that the deal goes to has this check
 */
export function movedOn<F extends FormerMethod>(
  former: readonly F[],
  move: { from: MethodRef; to: MethodRef; mapping: PlaybookMapping; has: (check: string) => boolean },
  entryOf: (method: FormerMethod, known: F | undefined) => F,
): F[] {
  const { from, to, mapping } = move;
  const all = former.some((method) => isSame(method, from)) ? former : [...former, undefined];
  return all.map((known) => {
    const method = known ?? { ...from, checks: {} };
    if (isSame(method, to)) return entryOf({ ...refOf(method), checks: {} }, known);
    const reading = isSame(method, from) ? {} : method.checks;
    return entryOf({ ...refOf(method), checks: readingAfter(refOf(method), reading, move, mapping) }, known);
  });
}

function readingAfter(
  home: MethodRef,
  reading: CheckReading,
  { to, has }: { to: MethodRef; has: (check: string) => boolean },
  mapping: PlaybookMapping,
): CheckReading {
  const named = Object.entries(reading).map(([check, now]) => {
    if (now === null) return [check, home.playbookId === to.playbookId && has(check) ? check : null] as const;
    return [check, mapping.checks[now] ?? null] as const;
  });
  const unnamed = Object.entries(mapping.checks).filter(([check]) => !Object.hasOwn(reading, check));
  return Object.fromEntries([...named, ...unnamed].filter(([check, now]) => check !== now));
}

export function isSame(a: MethodRef, b: MethodRef): boolean {
  return a.playbookId === b.playbookId && a.version === b.version;
}

function refOf({ playbookId, version }: MethodRef): MethodRef {
  return { playbookId, version };
}

function keyOf({ playbookId, version }: MethodRef): string {
  return `${playbookId}/${version}`;
}
