import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts';

/** A refusal on its way out of a transaction, which it rolls back. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The value of a decision, or out of the transaction with its refusal. */
export function decide<T>(decision: T): Exclude<T, Refusal> {
  if (isRefusal(decision)) throw new Refused(decision);
  return decision as Exclude<T, Refusal>;
}

/** The row, or the one answer for missing and invisible. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new Refused(refuse('record.notFound'));
  return row;
}
