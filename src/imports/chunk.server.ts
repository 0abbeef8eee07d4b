import type { Existing } from '#imports/duplicates.server.ts';
import { duplicateWords } from '#imports/duplicates.server.ts';
import type { Decided, ImportJob } from '#imports/import-job.server.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';
import type { ChangedRecord } from '#imports/write-records.server.ts';
import { SeenKeys } from '#imports/seen-keys.ts';

/** A row on its way: what it would become, and the keys by which it may be there already, the surest first. */
export type Candidate<D> = { row: ReadRow; draft: D; keys: readonly string[]; needs: readonly string[] };

export type Update<D> = { draft: D; existing: Existing };

/**
 * Decides about duplicates, in the database and within the file, by the plan's policy. The first row of those that
 * repeat within the file counts; with the policy 'update' the later ones change it.
 */
export class DuplicateJudge<D> {
  readonly #job: ImportJob;
  /** Of a check: what earlier chunks would have created. A run finds those in the database. */
  readonly #seen = new SeenKeys();
  readonly #merge: (into: D, later: D) => void;

  constructor(job: ImportJob, merge: (into: D, later: D) => void) {
    this.#job = job;
    this.#merge = merge;
  }

  judge(
    candidates: readonly Candidate<D>[],
    existing: ReadonlyMap<string, readonly Existing[]>,
  ): Decided<D | Update<D>>[] {
    const inChunk = new Map<string, { decided: Decided<D | Update<D>>; draft: D }>();
    return candidates.map(({ row, draft, keys, needs }) => {
      if (row.issues.length > 0) return { row, outcome: 'fault' as const };
      const { policy } = this.#job.plan;
      const known = policy === 'create' ? undefined : keys.map((key) => this.#best(existing.get(key))).find(Boolean);
      const repeats = policy === 'create' ? undefined : keys.map((key) => inChunk.get(key)).find(Boolean);
      if (repeats) return { ...this.#repeated(row, draft, repeats.draft), needs };
      if (!known && policy !== 'create' && this.#job.checking && keys.some((key) => this.#seen.has(key))) {
        this.#job.quirks.add('repeated', '', '', null, row.number);
        return { row, outcome: policy === 'update' ? ('update' as const) : ('skip' as const) };
      }
      const decided = {
        ...(known ? this.#there(row, draft, known) : { row, outcome: 'create' as const, draft }),
        needs,
      };
      for (const key of keys) {
        inChunk.set(key, { decided, draft });
        if (this.#job.checking) this.#seen.add(key);
      }
      return decided;
    });
  }

  #best(found: readonly Existing[] | undefined): Existing | undefined {
    return found?.find(({ visible }) => visible) ?? found?.[0];
  }

  #there(row: ReadRow, draft: D, existing: Existing): Decided<Update<D>> {
    if (this.#job.plan.policy === 'skip') return { row, outcome: 'skip' };
    if (existing.visible) return { row, outcome: 'update', draft: { draft, existing } };
    row.issues.push(issue('', duplicateWords.notYours));
    return { row, outcome: 'fault' };
  }

  #repeated(row: ReadRow, draft: D, first: D): Decided<D | Update<D>> {
    this.#job.quirks.add('repeated', '', '', null, row.number);
    if (this.#job.plan.policy === 'skip') return { row, outcome: 'skip' };
    this.#merge(first, draft);
    return { row, outcome: 'update' };
  }
}

/** The keys of all candidates that are of one kind: `creditCode:9131…` → 9131…. */
export function keysOf(candidates: readonly Candidate<unknown>[], by: string): string[] {
  const start = `${by}:`;
  return candidates.flatMap(({ keys }) =>
    keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)),
  );
}

/** Updates as what they change; those that change nothing are skipped. */
export function withChanges<D>(
  judged: readonly Decided<D | Update<D>>[],
  toChanged: (update: Update<D>) => ChangedRecord | undefined,
): Decided<D | ChangedRecord>[] {
  return judged.map((decided) => {
    if (decided.outcome !== 'update' || !decided.draft) return decided as Decided<D>;
    const changed = toChanged(decided.draft as Update<D>);
    return changed ? { ...decided, draft: changed } : { row: decided.row, outcome: 'skip' };
  });
}

/** What is to be written, and the ids that it needs. */
export function toWrite(decided: readonly Decided[]) {
  const kept = decided.filter(({ outcome }) => outcome === 'create' || outcome === 'update');
  const of = (outcome: string) =>
    kept.filter((one) => one.outcome === outcome && one.draft !== undefined).map(({ draft }) => draft);
  return {
    created: of('create'),
    changed: of('update') as ChangedRecord[],
    used: new Set(kept.flatMap(({ needs = [] }) => needs)),
  };
}
