import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { DurableFiles, durableStartParams, syncFolder, syncTree } from './embedded-files.server.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './embedded-engine.server.ts';

// The thread PGlite runs in: it takes protocol bytes of one session at a time and answers with protocol bytes.
const port = parentPort;
if (!port) throw new Error('Runs as a worker of embedded-engine.server.ts');
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
const extensions = { btree_gin };

/** The cluster is made beside its place and moved there whole: a start that is killed leaves no half of one. */
async function openFolder(folder: string): Promise<PGlite> {
  const [cluster, unfinished] = [path.join(folder, 'cluster'), path.join(folder, 'cluster.unfinished')];
  if (!fs.existsSync(cluster)) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    await (await PGlite.create({ fs: new DurableFiles(unfinished), extensions })).close();
    syncTree(unfinished);
    fs.renameSync(unfinished, cluster);
    syncFolder(folder);
  }
  return PGlite.create({ fs: new DurableFiles(cluster), startParams: durableStartParams, extensions });
}

async function openMemory(snapshot: ArrayBuffer | undefined): Promise<PGlite> {
  if (snapshot) return PGlite.create({ loadDataDir: new Blob([snapshot]), extensions });
  return PGlite.create({ initDbStartParams: ['--wal-segsize=1'], extensions }); // small segments, small snapshot
}

const { folder, snapshot } = workerData as WorkerOptions;
const database = await (folder === undefined ? openMemory(snapshot) : openFolder(folder));
let session = 0;

async function run(message: ToWorker): Promise<void> {
  if (message.kind === 'close') {
    await database.close();
    say({ kind: 'closed' });
  } else if (message.kind === 'dump') {
    await database.exec('CHECKPOINT');
    const bytes = await (await database.dumpDataDir('none')).arrayBuffer();
    say({ kind: 'dumped', bytes }, [bytes]);
  } else {
    if (message.session !== session) {
      session = message.session;
      // A new connection gets a clean session. In one text the two would be one transaction, which DISCARD ALL refuses.
      await database.exec('ROLLBACK');
      await database.exec('DISCARD ALL');
    }
    const onRawData = (data: Uint8Array): void => {
      const { buffer } = new Uint8Array(data); // a copy: PGlite reuses its memory
      say({ kind: 'bytes', session: message.session, bytes: buffer }, [buffer]);
    };
    await database.execProtocolRawStream(new Uint8Array(message.bytes), { syncToFs: false, onRawData });
    say({ kind: 'done' });
  }
}

let queue = Promise.resolve();
port.on('message', (message: ToWorker) => {
  queue = queue.then(() => run(message)).catch((error: unknown) => say({ kind: 'failed', message: String(error) }));
});
say({ kind: 'ready' });
