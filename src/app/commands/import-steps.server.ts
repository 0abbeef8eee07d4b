import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workOn } from '#imports/import-jobs.server.ts';
import type { ImportNoun } from '#imports/import-noun.ts';
import type { Import } from '#imports/import-record.ts';
import { importsContract } from '#imports/imports.contract.ts';
import type { AsColleague } from '#app/commands/as-colleague.server.ts';

const PART = 4 * 1024 * 1024;
const LOOK_EVERY = 1_000;
const unfinished = ['checking', 'running', 'undoing'];

export type Chosen = { encoding?: string; delimiter?: string; sheet?: number };

/** The steps of the wizard, from a terminal: the same endpoints, the work done by this process. */
export function importSteps(colleague: AsColleague, say: (line: string) => void) {
  const { app, database, actor } = colleague;
  const client = colleague.client(importsContract);

  /** Sends the file piece by piece and reads it. */
  async function upload(noun: ImportNoun, file: string, chosen: Chosen): Promise<Import> {
    const { id } = await client.create({ noun, fileName: basename(file) });
    let position = 0;
    for await (const part of createReadStream(file, { highWaterMark: PART })) await put(id, position++, part as Buffer);
    if (position === 0) await put(id, 0, Buffer.alloc(0));
    return client.read({ id, ...(chosen as object) });
  }

  async function put(id: string, position: number, body: Buffer): Promise<void> {
    const part = new Request(`http://cli/api/imports/${id}/parts/${position}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body),
    });
    await answered(await app.fetch(part));
  }

  /** What the import's state asks for, telling how far it is. Ctrl-C stops after the rows at hand. */
  async function work(id: string): Promise<Import> {
    const stop = () => void client.cancel({ id }).catch(() => {});
    process.once('SIGINT', stop);
    const done = new AbortController();
    const told = tellProgress(id, done.signal);
    try {
      await workOn(database)({ tenantId: actor.tenantId, importId: id }, new AbortController().signal);
      // Another process may have taken it over: then that one ends it.
      for (;;) {
        const now = await client.show({ id });
        if (!unfinished.includes(now.state)) return now;
        await pause(LOOK_EVERY);
      }
    } finally {
      done.abort();
      process.off('SIGINT', stop);
      await told;
    }
  }

  async function tellProgress(id: string, signal: AbortSignal): Promise<void> {
    let last = -1;
    while (await pause(LOOK_EVERY, true, { signal }).catch(() => false)) {
      const { rowsDone, rowsTotal } = await client.show({ id });
      if (rowsTotal && rowsDone !== last)
        say(`  ${Math.min(rowsDone, rowsTotal).toLocaleString('en-US')} / ${rowsTotal.toLocaleString('en-US')}`);
      last = rowsDone;
    }
  }

  /** The rows that were not taken, each with the reasons, as a sheet to correct. */
  async function saveFaults(id: string, file: string): Promise<void> {
    const format = file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
    const response = await app.fetch(new Request(`http://cli/api/imports/${id}/faults.${format}`));
    await answered(response);
    await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  }

  return { client, upload, work, saveFaults };
}

/** @throws what the API answers instead, as its client throws it */
export async function answered(response: Response): Promise<void> {
  if (!response.ok) throw Object.assign(new Error(response.statusText), await response.json());
}
