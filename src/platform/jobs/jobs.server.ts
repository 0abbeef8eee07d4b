import type { Logger } from 'pino';
import { PgBoss } from 'pg-boss';
import type { Database } from '#platform/database/database.server.ts';
import { outsideTransaction } from '#platform/database/transaction-context.server.ts';

/** Every job belongs to a company. */
export type JobData = { tenantId: string; [more: string]: string };

/** @param signal aborted when the process stops: put down the work where a restart can go on with it */
export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<void>;

export type Jobs = {
  /** Who does jobs of this name. Before `start`. */
  work(name: string, handler: JobHandler): void;
  /** What is done regularly, once for all processes together. @param cron five fields, UTC. Before `start`. */
  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void;
  /** Queues a job; it is done after the caller's transaction, so call it outside of one. */
  send(name: string, data: JobData): Promise<void>;
  start(): Promise<void>;
  /** Tells the handlers to put down their work, and waits for them. */
  stop(): Promise<void>;
};

/** How long a handler may take to put down its work, milliseconds. */
const PATIENCE = 10_000;
/** After so many seconds a job is taken for dead. */
const LONGEST = 6 * 3600;
const POLL_SECONDS = 2;

const houses = new WeakMap<Database, Jobs>();

/** The jobs of this process on this database; undefined where none run (command line, tests). */
export function jobsOf(database: Database): Jobs | undefined {
  return houses.get(database);
}

/** Jobs in the database's own queue, on both engines; its schema `pgboss` is made on first start. */
export function createJobs(database: Database, log: Logger): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(database, text, values) },
    backend: database.engine === 'embedded' ? 'pglite' : 'postgres',
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  const handlers = new Map<string, JobHandler>();
  const crons = new Map<string, string>();
  const workers = new Map<string, string>();
  const stopping = new AbortController();

  async function take(name: string, handler: JobHandler) {
    await boss.createQueue(name, { expireInSeconds: LONGEST, retryLimit: 2, deleteAfterSeconds: 86_400 });
    const worker = await boss.work<JobData>(name, { pollingIntervalSeconds: POLL_SECONDS }, async ([job]) => {
      const started = performance.now();
      try {
        await handler(job!.data, stopping.signal);
        log.info({ job: name, ms: Math.round(performance.now() - started) }, 'job done');
      } catch (error) {
        log.error({ err: error, job: name }, 'job failed');
        throw error;
      }
    });
    workers.set(name, worker);
  }

  const jobs: Jobs = {
    work: (name, handler) => void handlers.set(name, handler),
    schedule: (name, cron, handler) => {
      handlers.set(name, (_, signal) => handler(signal));
      crons.set(name, cron);
    },
    send: async (name, data) => {
      await boss.send(name, data);
      const worker = workers.get(name);
      if (worker) boss.notifyWorker(worker);
    },
    start: () =>
      outsideTransaction(async () => {
        await boss.start();
        for (const [name, handler] of handlers) await take(name, handler);
        for (const [name, cron] of crons) await boss.schedule(name, cron, null, { tz: 'UTC' });
        houses.set(database, jobs);
      }),
    stop: async () => {
      houses.delete(database);
      stopping.abort();
      await boss.stop({ graceful: true, timeout: PATIENCE, close: false });
    },
  };
  return jobs;
}

/** pg-boss sends scripts, too, whose answer is a list. It counts with dates, which our parsers leave as text. */
async function execute(database: Database, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const answer: unknown = await database.pool.query(text, values);
  const results = (Array.isArray(answer) ? answer : [answer]) as { rows: unknown[] }[];
  return { rows: results.flatMap(({ rows }) => rows) };
}

/** The companies, for what is done for each of them. */
export async function tenantIds(database: Database): Promise<string[]> {
  const rows = await database.system.selectFrom('tenants').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
