import {
  type CompiledQuery,
  DefaultQueryExecutor,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { sendLater, sendTogether } from './packet.server.ts';
import type { Rows } from './rows.generated.ts';
import type { StatementNames } from './statement-name.server.ts';

const changes = new Set(['INSERT', 'UPDATE', 'DELETE']);
const onlyReads = /^[\s(]*select\b/i;

/** PostgreSQL rolls back at COMMIT when a statement failed earlier and the error was swallowed. */
export class TransactionAbortedError extends Error {
  override readonly name = 'TransactionAbortedError';
  constructor() {
    super('Nothing was saved: a statement of this transaction had failed. 未保存：此事务中有语句失败。');
  }
}

/** One pg connection as Kysely sees it; statements are prepared by name. */
export class NamedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #names: StatementNames;
  /** Set when the connection must not go back to the pool. */
  discard = false;
  /** Until BEGIN is known to have succeeded: it. */
  #beginning: Promise<unknown> | undefined;
  #holdsBack = false;

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.client = client;
    this.#names = names;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters } = query;
    if (this.#beginning && !(onlyReads.test(sql) && !this.#holdsBack)) {
      this.#holdsBack = true;
      await this.#beginning;
    }
    try {
      const name = this.#names.nameOf(sql, parameters.length);
      sendTogether(this.client);
      const result = await this.client.query<R & pg.QueryResultRow>({
        name,
        text: sql,
        values: parameters as unknown[],
      });
      const { command, rowCount, rows } = result;
      return changes.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows: rows ?? [] };
    } catch (error) {
      // A column was added by a newer release while this connection held the plan: a fresh connection plans anew.
      if (error instanceof Error && /cached plan must not change/.test(error.message)) this.discard = true;
      throw error;
    }
  }

  async #begun(sent: Promise<unknown>): Promise<void> {
    await sent;
    this.#beginning = undefined;
  }

  /**
   * What only reads travels along with BEGIN. The first statement that writes, and all after it, wait until BEGIN has
   * succeeded: outside a transaction nothing is ever written.
   *
   * @param text several statements in one simple query
   */
  begin(text: string): Promise<unknown> {
    sendTogether(this.client);
    this.#beginning = this.#begun(this.client.query(text));
    this.#beginning.catch(() => {});
    return this.#beginning;
  }

  /** Ends a reading transaction, whose outcome nobody waits for: it may travel with whatever the connection does next. */
  finish(): void {
    sendLater(this.client);
    this.client.query('COMMIT').catch(() => {});
  }

  async commit(): Promise<void> {
    sendTogether(this.client);
    const { command } = await this.client.query('COMMIT');
    if (command === 'ROLLBACK') throw new TransactionAbortedError();
  }

  async rollback(): Promise<void> {
    try {
      sendTogether(this.client);
      await this.client.query('ROLLBACK');
    } catch {
      this.discard = true; // the server rolls back when the connection closes
    }
  }

  release(): void {
    this.client.release(this.discard);
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported: page through the rows instead');
  }
}

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #names: StatementNames;

  constructor(pool: pg.Pool, names: StatementNames) {
    this.#pool = pool;
    this.#names = names;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<NamedConnection> {
    return new NamedConnection(await this.#pool.connect(), this.#names);
  }

  async beginTransaction(connection: NamedConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` ISOLATION LEVEL ${settings.isolationLevel}` : '';
    await connection.client.query(`BEGIN${isolation}${settings.accessMode ? ` ${settings.accessMode}` : ''}`);
  }

  commitTransaction(connection: NamedConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: NamedConnection): Promise<void> {
    return connection.rollback();
  }

  async releaseConnection(connection: NamedConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {} // the pool belongs to Database.close()
}

/** Kysely over a pool, and over one connection of it that is in a transaction. */
export class KyselyOverPool {
  readonly system: Kysely<Rows>;
  readonly #dialect: Dialect;
  readonly #driver: PoolDriver;
  readonly #compiler = new PostgresQueryCompiler();
  readonly #adapter = new PostgresAdapter();

  constructor(pool: pg.Pool, names: StatementNames) {
    this.#driver = new PoolDriver(pool, names);
    this.#dialect = {
      createDriver: () => this.#driver,
      createQueryCompiler: () => this.#compiler,
      createAdapter: () => this.#adapter,
      createIntrospector: (db) => new PostgresIntrospector(db),
    };
    this.system = new Kysely<Rows>({ dialect: this.#dialect });
  }

  /** @param connection throws when the transaction is over, so that a forgotten await cannot write into the next one */
  bind(connection: () => DatabaseConnection): Transaction<Rows> {
    const executor = new DefaultQueryExecutor(this.#compiler, this.#adapter, {
      provideConnection: async (consumer) => consumer(connection()),
    });
    return new Transaction<Rows>({
      config: { dialect: this.#dialect },
      dialect: this.#dialect,
      driver: this.#driver,
      executor,
    });
  }
}
