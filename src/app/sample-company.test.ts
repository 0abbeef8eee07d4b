import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { foundSampleCompany } from '#app/sample-company.server.ts';

let database: Database;
let sample: Awaited<ReturnType<typeof foundSampleCompany>>;
beforeAll(async () => {
  database = await openTestDatabase();
  const begin = performance.now();
  sample = await foundSampleCompany(database, { now: new Date(), log: pino({ level: 'silent' }), identityOf: () => null });
  process.stdout.write(`sample loaded in ${Math.round(performance.now() - begin)} ms\n`);
}, 120_000);
afterAll(() => database.close());

test('loads', () => expect(sample.known.deals.size).toBeGreaterThan(0));
