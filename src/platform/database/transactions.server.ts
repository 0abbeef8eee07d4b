import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import { KyselyOverPool, NamedConnection } from './kysely-driver.server.ts';
import type { Rows } from './rows.generated.ts';
import { StatementNames } from './statement-name.server.ts';
import { insideTransaction } from './transaction-context.server.ts';

/** Kysely bound to one connection in a write transaction of one tenant. */
export type Tx = Transaction<Rows>;

/** The reading half of Kysely, bound to one READ ONLY transaction of one tenant. A `Tx` fits wherever this is asked for. */
export type ReadTx = Pick<
  Kysely<Rows>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor'
>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One simple query, one round trip. The tenant stands in the text, because SET takes no parameters. What a command asks and
 * writes is found by keys, for which a plan made once is as good as one made for each list of ids; the planner would make a
 * new one every time, because it guesses ten ids where it is given one.
 */
function beginAs(tenantId: string, mode: 'READ WRITE' | 'READ ONLY'): string {
  if (!uuid.test(tenantId)) throw new TypeError(`Not a tenant id: ${JSON.stringify(tenantId)}`);
  const plans = mode === 'READ WRITE' ? '; SET LOCAL plan_cache_mode = force_generic_plan' : '';
  return `BEGIN ${mode}; SET LOCAL ROLE longmen_tenant; SET LOCAL app.tenant_id = '${tenantId}'${plans}`;
}

export class Transactions {
  readonly #pool: pg.Pool;
  readonly #names = new StatementNames();
  readonly #kysely: KyselyOverPool;
  readonly system: Kysely<Rows>;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#kysely = new KyselyOverPool(pool, this.#names);
    this.system = this.#kysely.system;
  }

  async write<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const begin = beginAs(tenantId, 'READ WRITE');
    const connection = new NamedConnection(await this.#pool.connect(), this.#names);
    try {
      const begun = connection.begin(begin);
      const result = await this.#run(connection, work);
      await begun;
      await connection.commit();
      return result;
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      await this.#giveBack(connection);
    }
  }

  /**
   * COMMIT, too, travels with the queries instead of after them: a read of one query is one round trip. The result is
   * returned only after BEGIN has succeeded; the outcome of COMMIT means nothing to a read.
   */
  async read<T>(tenantId: string, work: (db: ReadTx) => Promise<T>): Promise<T> {
    const begin = beginAs(tenantId, 'READ ONLY');
    const connection = new NamedConnection(await this.#pool.connect(), this.#names);
    const begun = connection.begin(begin);
    try {
      const result = await this.#run(connection, work);
      await begun;
      return result;
    } finally {
      connection.finish();
      await this.#giveBack(connection);
    }
  }

  /** Whoever waits for the connection sends before this one's answer is written out: the database works meanwhile. */
  async #giveBack(connection: NamedConnection): Promise<void> {
    const awaited = this.#pool.waitingCount > 0;
    connection.release();
    if (awaited) await nextTurn();
  }

  async #run<T>(connection: NamedConnection, work: (tx: Tx) => Promise<T>): Promise<T> {
    let open = true;
    const tx = this.#kysely.bind(() => {
      if (open) return connection;
      throw new Error('This transaction is over: await every query inside write() or read()');
    });
    try {
      return await insideTransaction(() => work(tx));
    } finally {
      open = false;
    }
  }
}
