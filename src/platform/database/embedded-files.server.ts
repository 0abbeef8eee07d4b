import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Emscripten's open file: files carry the descriptor of Node, folders do not. */
type OpenFile = { nfd?: number; node: object };
type EmscriptenModule = {
  NODEFS: { realPath(node: object): string; stream_ops: { fsync?: (file: OpenFile) => number } };
};

/** Makes the names in a folder durable. Windows cannot, and journals them itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Makes everything below a folder durable. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(at);
    else if (entry.isFile()) {
      const descriptor = fs.openSync(at, 'r+');
      fs.fsyncSync(descriptor);
      fs.closeSync(descriptor);
    }
  }
  syncFolder(folder);
}

/**
 * PGlite's folder file system, with fsync. PGlite itself never calls it: what it acknowledged would be lost with the
 * machine's power. Emscripten offers the hook, PGlite leaves it empty.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options);
    const preRun = [made.emscriptenOpts.preRun ?? []].flat();
    preRun.push((module: unknown) => {
      const { NODEFS } = module as EmscriptenModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        if (nfd === undefined) syncFolder(NODEFS.realPath(node));
        else fs.fdatasyncSync(nfd);
        return 0;
      };
    });
    made.emscriptenOpts.preRun = preRun;
    return made;
  }
}

/** `-F` turns fsync off; of the ways to sync the WAL only plain fsync reaches the hook above. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];
