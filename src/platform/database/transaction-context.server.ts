import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * A second connection was asked for inside a transaction. The embedded engine has one connection, so this would wait for
 * itself for ever; on PostgreSQL it would see other data and exhaust the pool under load.
 */
export class NestedTransactionError extends Error {
  override readonly name = 'NestedTransactionError';
  constructor() {
    super(
      'A query outside the transaction was issued inside it: use the handle given to write() or read(), and do not nest them. 事务之内不得另开连接：请使用 write() 或 read() 给出的句柄，且不要嵌套。',
    );
  }
}

/** Runs `work` so that assertOutsideTransaction() throws in everything it calls until it settles. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope = { open: true };
  try {
    return await current.run(scope, work);
  } finally {
    scope.open = false; // what the work left running in the background may use the pool again
  }
}

export function assertOutsideTransaction(): void {
  if (current.getStore()?.open === true) throw new NestedTransactionError();
}

/** Runs `work` as if no transaction were open: for what belongs to the process rather than to the caller, like a timer. */
export function outsideTransaction<T>(work: () => T): T {
  return current.exit(work);
}
