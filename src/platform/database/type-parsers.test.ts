import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './database.server.ts';
import { openTestDatabase } from './testing.server.ts';
import { parseInstant } from './type-parsers.server.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it.each([
  [`9007199254740991::int8`, 9007199254740991],
  [`ARRAY[1, NULL, -3]::int8[]`, [1, null, -3]],
  [`count(*)`, 1],
  [`'2026-02-28'::date`, '2026-02-28'],
  [`ARRAY['2026-02-28']::date[]`, ['2026-02-28']],
  [`'2026-11-22 09:30:00+08'::timestamptz`, '2026-11-22T01:30:00.000Z'],
  [`'2026-11-22 09:30:00.1239999Z'::timestamptz`, '2026-11-22T09:30:00.124Z'],
  [`'2026-11-22 09:30:00.5Z'::timestamptz`, '2026-11-22T09:30:00.500Z'],
  [`ARRAY['2026-11-22 09:30:00Z']::timestamptz[]`, ['2026-11-22T09:30:00.000Z']],
  [`12345678901234567890.10::numeric`, '12345678901234567890.10'],
  [`'{"a":[1,null,"字"]}'::jsonb`, { a: [1, null, '字'] }],
  [`ARRAY['0190d7b4-0000-7000-8000-00000000000a']::uuid[]`, ['0190d7b4-0000-7000-8000-00000000000a']],
  [`ARRAY['a,"b', '龙门', NULL]::text[]`, ['a,"b', '龙门', null]],
  [`1.5::float8`, 1.5],
  [`true`, true],
  [`NULL::int8`, null],
])('reads %s', async (expression, value) => {
  const { rows } = await sql<{ v: unknown }>`SELECT ${sql.raw(expression)} AS v`.execute(database.system);
  expect(rows).toEqual([{ v: value }]);
});

it('refuses an int8 that a number cannot hold', async () => {
  await expect(database.pool.query('SELECT 9007199254740992::int8')).rejects.toThrow(RangeError);
  expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('understands sessions in other time zones and refuses what has no ISO form', () => {
  expect(parseInstant('2026-11-22 09:30:00.25+05:30')).toBe('2026-11-22T04:00:00.250Z');
  expect(parseInstant('2026-11-22 09:30:00-03')).toBe('2026-11-22T12:30:00.000Z');
  expect(parseInstant('2026-11-22 09:30:00.999999+00')).toBe('2026-11-22T09:30:00.999Z');
  expect(() => parseInstant('infinity')).toThrow(RangeError);
});
