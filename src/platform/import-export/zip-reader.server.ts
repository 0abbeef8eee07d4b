import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { limits } from '#platform/import-export/table-file.ts';

/** A zip archive in memory; entries are unpacked as a stream, and never beyond the size they claim. */
export type Archive = {
  has(name: string): boolean;
  /** @param limit unpacked bytes; more is the refusal `file.unpacksTooLarge` */
  open(name: string, limit: number): AsyncGenerator<Uint8Array>;
};

export async function openArchive(bytes: Buffer): Promise<Archive> {
  const { fromBuffer } = await import('yauzl');
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) =>
      error ? reject(new Refused(refuse('file.damaged'))) : resolve(file),
    );
  });
  const entries = await listed(zip);
  return {
    has: (name) => entries.has(name),
    open: (name, limit) => unpack(zip, entries.get(name), limit),
  };
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    if (zip.entryCount > limits.zipEntries) {
      reject(new Refused(refuse('file.unpacksTooLarge', { limit: `${limits.zipEntries} 个文件` })));
      return;
    }
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) reject(new Refused(refuse('file.encrypted')));
      entries.set(entry.fileName.replace(/^\//, ''), entry);
      zip.readEntry();
    });
    zip.on('error', () => reject(new Refused(refuse('file.damaged'))));
    zip.on('end', () => resolve(entries));
    zip.readEntry();
  });
}

async function* unpack(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<Uint8Array> {
  if (!entry) throw new Refused(refuse('file.damaged'));
  // The claim is enough: the stream fails when more comes out than the entry says.
  if (entry.uncompressedSize > limit)
    throw new Refused(refuse('file.unpacksTooLarge', { limit: `${Math.round(limit / 1024 / 1024)} MB` }));
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) =>
      error ? reject(new Refused(refuse('file.damaged'))) : resolve(opened),
    );
  });
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(refuse('file.damaged'));
  } finally {
    stream.destroy();
  }
}
