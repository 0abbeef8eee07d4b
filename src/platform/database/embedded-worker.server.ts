import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { DurableFiles, durableStartParams } from './embedded-files.server.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './embedded-engine.server.ts';

// The thread PGlite runs in: it takes protocol bytes of one session at a time and answers with protocol bytes.
const port = parentPort;
if (!port) throw new Error('Runs as a worker of embedded-engine.server.ts');
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const { folder, snapshot } = workerData as WorkerOptions;
const options: PGliteOptions = { extensions: { btree_gin } };
if (folder !== undefined) Object.assign(options, { fs: new DurableFiles(folder), startParams: durableStartParams });
else if (snapshot) options.loadDataDir = new Blob([snapshot]);
const database = await PGlite.create(options);

let session = 0;

async function run(message: ToWorker): Promise<void> {
  if (message.kind === 'close') {
    await database.close();
    say({ kind: 'closed' });
  } else if (message.kind === 'dump') {
    const dump = await (await database.dumpDataDir('none')).arrayBuffer();
    say({ kind: 'dumped', bytes: dump }, [dump]);
  } else {
    if (message.session !== session) {
      session = message.session;
      await database.exec('ROLLBACK; DISCARD ALL').catch(() => {}); // a new connection gets a clean session
    }
    const onRawData = (data: Uint8Array): void => {
      const { buffer } = data.slice(); // PGlite reuses its memory
      say({ kind: 'bytes', session, bytes: buffer as ArrayBuffer }, [buffer as ArrayBuffer]);
    };
    await database.execProtocolRawStream(new Uint8Array(message.bytes), { syncToFs: false, onRawData });
    say({ kind: 'done', session });
  }
}

let queue = Promise.resolve();
port.on('message', (message: ToWorker) => {
  queue = queue.then(() => run(message)).catch((error: unknown) => say({ kind: 'failed', message: String(error) }));
});
say({ kind: 'ready' });
