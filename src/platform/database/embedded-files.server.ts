import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Emscripten's open file: files carry the descriptor of Node, folders do not. */
type EmscriptenStream = { nfd?: number; path?: string; node: { mount: { opts: { root: string } } } };
type EmscriptenModule = { NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number } } };

/**
 * PGlite's folder file system, with fsync. PGlite itself never calls it: what it acknowledged would be lost with the
 * machine's power. Emscripten offers the hook, PGlite leaves it empty.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options);
    const preRun = [made.emscriptenOpts.preRun ?? []].flat();
    preRun.push((module: unknown) => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fs.fdatasyncSync(stream.nfd);
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
