import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { createJobs, jobsOf, type Jobs } from '#platform/jobs/jobs.server.ts';

const log = pino({ level: 'silent' });
const tenantId = '018f0000-0000-7000-8000-000000000000';
let database: Database;
let running: Jobs[];

beforeEach(async () => {
  database = await openTestDatabase();
  running = [];
});
afterEach(async () => {
  for (const jobs of running) await jobs.stop();
  await database.close();
});

function open(): Jobs {
  const jobs = createJobs(database, log);
  running.push(jobs);
  return jobs;
}

test('a job that was sent is done, with its data', async () => {
  const jobs = open();
  const done = Promise.withResolvers<unknown>();
  jobs.work('greet', async (data) => done.resolve(data));
  await jobs.start();
  expect(jobsOf(database)).toBe(jobs);
  await jobs.send('greet', { tenantId, to: '龙门' });
  expect(await done.promise).toEqual({ tenantId, to: '龙门' });
});

test('stopping tells the handler and waits until it has put down its work', async () => {
  const jobs = open();
  const begun = Promise.withResolvers<void>();
  let putDown = false;
  jobs.work('long', async (_, signal) => {
    begun.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    putDown = true;
  });
  await jobs.start();
  await jobs.send('long', { tenantId });
  await begun.promise;
  await jobs.stop();
  expect(putDown).toBe(true);
  expect(jobsOf(database)).toBeUndefined();
});

test('what is scheduled is kept for all processes', async () => {
  const jobs = open();
  jobs.schedule('nightly', '15 18 * * *', async () => {});
  await jobs.start();
  const { rows } = await database.pool.query('select name, cron from pgboss.schedule');
  expect(rows).toEqual([{ name: 'nightly', cron: '15 18 * * *' }]);
});
