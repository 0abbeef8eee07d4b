import { Duplex } from 'node:stream';

/** What a session sends to the engine. */
export type EngineSession = {
  send(bytes: ArrayBuffer): void;
  end(): void;
};

// Messages after which the server answers: Query, Sync, Flush. Terminate ends the session.
const answered = new Set([0x51, 0x53, 0x48]);
const terminate = 0x58;
const authenticationOkAndReady = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/** The embedded engine as the socket that pg expects. Bytes go to the engine in whole messages, up to the last answered. */
export class EmbeddedSocket extends Duplex {
  readonly #session: EngineSession;
  #started = false;
  #rest: Buffer = Buffer.alloc(0);

  constructor(open: (socket: EmbeddedSocket) => EngineSession) {
    super();
    this.#session = open(this);
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  // The parts of net.Socket that pg calls.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.#send(chunk);
    callback();
  }

  override _writev(chunks: { chunk: Buffer }[], callback: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    callback();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#session.end();
    callback(error);
  }

  #send(chunk: Buffer): void {
    if (!this.#started) {
      this.#started = true; // the start-up message: who may open the folder may do everything
      this.push(authenticationOkAndReady);
      return;
    }
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let end = 0;
    let ready = 0;
    while (bytes.length - end >= 5) {
      const length = bytes.readUInt32BE(end + 1) + 1;
      if (bytes.length - end < length) break;
      const type = bytes[end] ?? 0;
      if (type === terminate) {
        this.push(null);
        this.destroy();
        return;
      }
      end += length;
      if (answered.has(type)) ready = end;
    }
    this.#rest = bytes.subarray(ready);
    if (ready > 0) this.#session.send(new Uint8Array(bytes.subarray(0, ready)).buffer);
  }
}
