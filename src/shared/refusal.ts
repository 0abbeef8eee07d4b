/**
 * Everything the business forbids is a Refusal: a value, not an exception, so that a pure decision can return it.
 * The code names it for programs; the HTTP status, the words in both languages and whether operators are alerted
 * are looked up by the code (see `platform/http/refusals.ts` and each slice's `*.messages.ts`).
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
