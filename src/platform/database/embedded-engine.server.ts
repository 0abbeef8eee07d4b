import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { EmbeddedSocket } from './embedded-socket.server.ts';

export type WorkerOptions = { folder?: string; snapshot?: ArrayBuffer };
export type ToWorker = { kind: 'bytes'; session: number; bytes: ArrayBuffer } | { kind: 'dump' } | { kind: 'close' };
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'bytes'; session: number; bytes: ArrayBuffer }
  | { kind: 'done'; session: number }
  | { kind: 'dumped'; bytes: ArrayBuffer }
  | { kind: 'failed'; message: string }
  | { kind: 'closed' };

/** PGlite in a worker thread. */
export class EmbeddedEngine {
  #worker: Worker | undefined;
  readonly #options: WorkerOptions;
  readonly #sockets = new Map<number, EmbeddedSocket>();
  #lastSession = 0;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const worker = new Worker(new URL('./embedded-worker.server.ts', import.meta.url), { workerData: this.#options });
    this.#worker = worker;
    await once(worker, 'message'); // 'ready'; rejects with the worker's error
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('exit', () => this.#fail(new Error('The embedded database stopped')));
    worker.on('error', () => {}); // 'exit' follows
  }

  socket(): EmbeddedSocket {
    const session = ++this.#lastSession;
    return new EmbeddedSocket((socket) => {
      this.#sockets.set(session, socket);
      return {
        send: (bytes) => this.#worker?.postMessage({ kind: 'bytes', session, bytes } satisfies ToWorker, [bytes]),
        end: () => this.#sockets.delete(session),
      };
    });
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'bytes') this.#sockets.get(message.session)?.push(Buffer.from(message.bytes));
    else if (message.kind === 'failed') this.#fail(new Error(message.message));
  }

  #fail(error: Error): void {
    for (const socket of this.#sockets.values()) socket.destroy(error);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const exited = once(worker, 'message');
    worker.postMessage({ kind: 'close' } satisfies ToWorker);
    await exited;
    await worker.terminate();
  }
}
