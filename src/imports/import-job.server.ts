import type { Actor } from '#permissions/actor.ts';
import type { FieldRule } from '#fields/field.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import type { ImportNoun, Target } from '#imports/import-noun.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import type { Quirks } from '#imports/import-quirk.ts';
import type { ReadRow } from '#imports/read-row.ts';

/** An import under way: what every step of it needs to know. */
export type ImportJob = {
  id: string;
  noun: ImportNoun;
  plan: ImportPlan;
  /** As whom. */
  actor: Actor & { teamId: string | null };
  now: Instant;
  today: Day;
  targets: readonly Target[];
  fields: readonly FieldRule[];
  /** A check writes nothing, and must remember what it would have written. */
  checking: boolean;
  quirks: Quirks;
};

/** What becomes of a row. */
export type Outcome = 'create' | 'update' | 'skip' | 'fault';
export type Decided<D = unknown> = {
  row: ReadRow;
  outcome: Outcome;
  draft?: D;
  /** Ids of records that it refers to, some of them perhaps still to be made. */
  needs?: readonly string[];
};

/** What creating what is missing has added so far, beside the rows themselves. */
export type Missing = { accounts: number; products: number; owners: number; teams?: number };

/** How one noun is imported: some rows at a time, each step a fixed number of queries. */
export type NounImporter = {
  /** What needs no database, done ahead. */
  prepare?(rows: readonly ReadRow[]): void;
  decide(db: ReadTx, rows: readonly ReadRow[]): Promise<Decided[]>;
  /** @param tx null in a check: nothing is written, what would be missing is counted */
  write(tx: Tx | null, decided: readonly Decided[]): Promise<void>;
  missing(): Missing;
  /** After the last row, over all rows again: what can only be said when all are there. */
  finish?(tx: Tx, rows: readonly ReadRow[]): Promise<void>;
};
