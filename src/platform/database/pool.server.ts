import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { assertOutsideTransaction } from './transaction-context.server.ts';
import { typeParsers } from './type-parsers.server.ts';

type ConnectCallback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

const ignore = (): void => {};

/** A pg pool that refuses to hand out a connection inside a transaction and that survives lost connections. */
export class GuardedPool extends Pool {
  constructor(options: PoolConfig) {
    super({ ...options, types: typeParsers, pipeline: true, application_name: options.application_name ?? 'longmen' });
    // Without a listener a lost connection would end the process. Whoever uses it learns of it through the failed query.
    this.on('error', ignore);
    this.on('connect', (client) => client.on('error', ignore));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<PoolClient> | void {
    try {
      assertOutsideTransaction();
    } catch (error) {
      if (!callback) return Promise.reject(error);
      callback(error as Error, undefined, () => {});
      return;
    }
    return callback ? super.connect(callback) : super.connect();
  }
}
