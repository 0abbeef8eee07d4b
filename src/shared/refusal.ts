import type { Text } from '#shared/messages.ts';

/**
 * Everything the business forbids is a Refusal: a value, not an exception, so that a pure decision can return it.
 * The code names it for programs. Status, words in both languages and whether operators are alerted derive from
 * the code: see `RefusalKinds` beside each slice's rules; an endpoint declares the ones it may give.
 */
export type Refusal<Code extends string = string, Data = unknown> = {
  readonly refused: true;
  readonly code: Code;
  readonly data: Data;
};

export function refuse<const Code extends string, Data = Record<string, never>>(
  code: Code,
  data: Data = {} as Data,
): Refusal<Code, Data> {
  return { refused: true, code, data };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

export type RefusalKind = {
  /** HTTP status of the answer. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429;
  /** What happened, why, and what to do, from the refusal's data. */
  // A method: the data's shape is known to the rule that refuses, not to the table of all kinds.
  words(this: void, data: unknown): Text;
  /** Data for the words in the API's documentation; only where they read badly with '…' for all that is not known. */
  readonly example?: unknown;
  /** Operators are told: the refusal should not occur in an honest day. */
  readonly alert?: true;
};

export type RefusalKinds = { readonly [code: string]: RefusalKind };

/** The kinds of these codes, for an endpoint's declaration. */
export function pick<K extends RefusalKinds, const C extends keyof K & string>(kinds: K, ...codes: C[]): Pick<K, C> {
  return Object.fromEntries(codes.map((code) => [code, kinds[code]])) as Pick<K, C>;
}
