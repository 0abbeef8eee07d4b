import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { EmbeddedSocket } from './embedded-socket.server.ts';
import { lockFolder } from './folder-lock.server.ts';
import { outsideTransaction } from './transaction-context.server.ts';

export type WorkerOptions = { folder?: string; snapshot?: ArrayBuffer };
export type ToWorker = { kind: 'bytes'; session: number; bytes: ArrayBuffer } | { kind: 'dump' } | { kind: 'close' };
export type FromWorker =
  | { kind: 'ready' | 'done' | 'closed' }
  | { kind: 'bytes'; session: number; bytes: ArrayBuffer }
  | { kind: 'dumped'; bytes: ArrayBuffer }
  | { kind: 'failed'; message: string };

export type EngineOptions = WorkerOptions & {
  /** Longest time one statement may run, milliseconds. */
  statementLimit: number;
};

/** Like PostgreSQL's statement_timeout, and with its code. */
export class StatementTimeoutError extends Error {
  override readonly name = 'StatementTimeoutError';
  readonly code = '57014';
  constructor(limit: number) {
    super(
      `A statement ran longer than ${limit / 1000} s and was stopped; its transaction was rolled back. 语句运行超过 ${limit / 1000} 秒，已中止，所在事务已回滚。`,
    );
  }
}

/** The engine broke, was reopened or was closed; what was not yet acknowledged is rolled back. */
export class EngineStoppedError extends Error {
  override readonly name = 'EngineStoppedError';
  readonly code = '57P02';
  constructor(reason: string) {
    super(`The embedded database stopped: ${reason}. 内置数据库已停止。`);
  }
}

/**
 * PGlite in a worker thread. When a statement runs too long or the engine breaks, the thread is ended and the folder opened
 * again: PostgreSQL recovers from its log as after a crash. In memory there is nothing to open again: it stays stopped.
 */
export class EmbeddedEngine {
  readonly #options: EngineOptions;
  readonly #sockets = new Map<number, EmbeddedSocket>();
  #worker: Worker | undefined;
  #starting: Promise<void> = Promise.resolve();
  #unlock: () => void = () => {};
  #watch: NodeJS.Timeout | undefined;
  #answer: ((message: FromWorker) => void) | undefined;
  #lastSession = 0;
  #running = 0;
  #runningSince = 0;
  #unlimited = 0;
  #closed = false;

  private constructor(options: EngineOptions) {
    this.#options = options;
  }

  static async open(options: EngineOptions): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(options);
    // Collecting takes the core that the engine's thread works on, and memory is there: half of it is the engine's anyway.
    if (options.folder !== undefined) setFlagsFromString('--heap-growing-percent=100');
    if (options.folder !== undefined) engine.#unlock = await lockFolder(options.folder);
    try {
      await engine.#start();
    } catch (error) {
      engine.#unlock();
      throw error;
    }
    const interval = Math.min(1000, options.statementLimit / 4);
    engine.#watch = setInterval(() => engine.#checkLimit(), interval).unref();
    return engine;
  }

  /** A new connection; opening it ends the session of the one before. */
  socket(): EmbeddedSocket {
    const session = ++this.#lastSession;
    return new EmbeddedSocket((socket) => {
      this.#sockets.set(session, socket);
      return {
        send: (bytes) => this.#send(session, bytes),
        end: () => this.#sockets.delete(session),
      };
    });
  }

  /** Lifts the limit on statements while `work` runs. */
  async withoutLimit<T>(work: () => Promise<T>): Promise<T> {
    this.#unlimited++;
    try {
      return await work();
    } finally {
      this.#unlimited--;
      this.#runningSince = performance.now();
    }
  }

  /** The data folder as a tar, to be opened as `snapshot`. */
  async dump(): Promise<ArrayBuffer> {
    const message = await this.#ask({ kind: 'dump' });
    if (message.kind !== 'dumped') throw new EngineStoppedError(`no dump: ${JSON.stringify(message)}`);
    return message.bytes;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#watch);
    await this.#starting.catch(() => {});
    if (this.#worker) await this.#ask({ kind: 'close' });
    await this.#worker?.terminate();
    this.#unlock();
  }

  #start(): Promise<void> {
    const { folder, snapshot } = this.#options;
    // Whoever asked first must not be remembered by the thread: it serves all.
    const worker = outsideTransaction(
      () => new Worker(new URL('./embedded-worker.server.ts', import.meta.url), { workerData: { folder, snapshot } }),
    );
    this.#running = 0;
    this.#starting = new Promise((resolve, reject) => {
      worker.on('error', (error) => {
        reject(error);
        this.#stop(worker, new EngineStoppedError(String(error)));
      });
      worker.on('exit', () => {
        reject(new EngineStoppedError('its thread ended'));
        this.#stop(worker, new EngineStoppedError('its thread ended'));
      });
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') {
          this.#worker = worker;
          resolve();
        } else if (worker === this.#worker) this.#receive(worker, message);
      });
    });
    return this.#starting;
  }

  #receive(worker: Worker, message: FromWorker): void {
    if (message.kind === 'bytes') {
      this.#sockets.get(message.session)?.push(Buffer.from(message.bytes));
    } else if (message.kind === 'done') {
      this.#running--;
      this.#runningSince = performance.now();
    } else if (message.kind === 'failed') {
      this.#stop(worker, new EngineStoppedError(message.message));
    } else {
      this.#answer?.(message);
    }
  }

  #send(session: number, bytes: ArrayBuffer): void {
    if (!this.#worker) {
      this.#starting.then(
        () => (this.#worker ? this.#send(session, bytes) : this.#refuse(session)),
        () => this.#refuse(session),
      );
      return;
    }
    if (this.#running++ === 0) this.#runningSince = performance.now();
    this.#worker.postMessage({ kind: 'bytes', session, bytes } satisfies ToWorker, [bytes]);
  }

  #refuse(session: number): void {
    this.#sockets.get(session)?.destroy(new EngineStoppedError('it could not be opened again'));
  }

  #checkLimit(): void {
    const limit = this.#options.statementLimit;
    if (!this.#worker || this.#running === 0 || this.#unlimited > 0) return;
    if (performance.now() - this.#runningSince > limit) this.#stop(this.#worker, new StatementTimeoutError(limit));
  }

  /** Ends the thread, tells whoever waits, and opens the folder again. */
  #stop(worker: Worker, reason: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const ended = worker.terminate();
    if (!this.#closed && this.#options.folder !== undefined) {
      this.#starting = ended.then(() => this.#start());
      this.#starting.catch(() => {}); // told by #refuse to each that tries
    }
    this.#answer?.({ kind: 'failed', message: reason.message });
    for (const socket of this.#sockets.values()) socket.destroy(reason);
  }

  async #ask(question: ToWorker): Promise<FromWorker> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#worker?.postMessage(question);
    });
  }
}
