import { TypeOverrides } from 'pg';

/**
 * How PostgreSQL values arrive in TypeScript, on both engines:
 *
 * | SQL           | TypeScript                                              |
 * |---------------|---------------------------------------------------------|
 * | int8          | number; throws RangeError outside ±(2^53 − 1)           |
 * | numeric       | string, exact                                           |
 * | date          | 'YYYY-MM-DD'                                            |
 * | timestamptz   | '2026-11-22T09:30:00.123Z', milliseconds, UTC           |
 * | json, jsonb   | parsed                                                  |
 * | arrays        | of the above                                            |
 * | all others    | as pg does: int4, float8 → number, bool → boolean, text |
 */
type Parse = (text: string) => unknown;

export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript number exactly`);
  return value;
}

// What sessions in UTC send: '2026-11-22 09:30:00.123456+00', fraction only when not zero.
const utcText = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** Microseconds are cut off, not rounded: an instant never moves into the next second. */
export function parseInstant(text: string): string {
  const match = utcText.exec(text);
  if (match) return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  const instant = new Date(text.replace(/([+-]\d\d)$/, '$1:00').replace(' ', 'T'));
  if (Number.isNaN(instant.getTime())) throw new RangeError(`timestamptz ${text} has no ISO 8601 form`);
  return instant.toISOString();
}

const asText: Parse = (text) => text;
// The declared type says the parser takes numbers; parsers of the text format take text.
const textArray = new TypeOverrides().getTypeParser(1009) as unknown as (text: string) => (string | null)[];
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    textArray(text).map((entry) => (entry === null ? null : parse(entry)));

// Keys are the type oids of pg_type, fixed since PostgreSQL 9.
const parsers = new Map<number, Parse>([
  [20, parseInt8],
  [1016, arrayOf(parseInt8)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1114, asText],
  [1115, arrayOf(asText)],
  [1184, parseInstant],
  [1185, arrayOf(parseInstant)],
  [1700, asText],
  [1231, arrayOf(asText)],
  [2951, arrayOf(asText)],
]);

/** Given to every pg client of ours, so that the global parsers of pg stay as they are. */
export const typeParsers = new TypeOverrides();
for (const [oid, parse] of parsers) typeParsers.setTypeParser(oid, parse);
