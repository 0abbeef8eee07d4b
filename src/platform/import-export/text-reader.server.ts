import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import type { Encoding, FileSource } from '#platform/import-export/table-file.ts';

const labels: { [encoding in Encoding]: string } = {
  utf8: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
};

export type Decoded = {
  chunks: AsyncGenerator<string>;
  /** After the last chunk: the file ends in the middle of a character. */
  isCut: () => boolean;
};

/** The file as text, piece by piece. A byte that does not fit is the refusal `file.wrongEncoding`, never a garbled cell. */
export function decodeText(source: FileSource, encoding: Encoding): Decoded {
  let cut = false;
  async function* chunks() {
    const decoder = new TextDecoder(labels[encoding], { fatal: true });
    for await (const bytes of source()) {
      const text = attempt(() => decoder.decode(bytes, { stream: true }));
      if (text === undefined) throw new Refused(refuse('file.wrongEncoding', { encoding }));
      if (text !== '') yield text;
    }
    cut = attempt(() => decoder.decode()) === undefined;
  }
  return { chunks: chunks(), isCut: () => cut };
}

/**
 * The encoding of a text: by its byte order mark; else UTF-16 by its zero bytes; else UTF-8 if the whole text is valid,
 * else GB18030 if it is that. Undefined when it is no text.
 */
export async function detectEncoding(source: FileSource, head: Uint8Array): Promise<Encoding | undefined> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf8';
  const wide = wideEncoding(head);
  if (wide) return wide;
  const utf8 = validator('utf8');
  const gb18030 = validator('gb18030');
  for await (const bytes of source()) {
    if (bytes.includes(0)) return undefined;
    utf8.take(bytes);
    gb18030.take(bytes);
    if (!utf8.valid() && !gb18030.valid()) return undefined;
  }
  return utf8.valid() ? 'utf8' : 'gb18030';
}

/** UTF-16 by its mark, or because ASCII characters (there are delimiters at least) have a zero byte before or behind. */
export function wideEncoding(head: Uint8Array): 'utf16le' | 'utf16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf16be';
  const units = Math.floor(head.length / 2);
  let before = 0;
  let behind = 0;
  for (let i = 0; i < units; i++) {
    if (head[2 * i] === 0 && head[2 * i + 1] !== 0) before++;
    if (head[2 * i] !== 0 && head[2 * i + 1] === 0) behind++;
  }
  if (behind > units * 0.02 && before < behind / 10) return 'utf16le';
  if (before > units * 0.02 && behind < before / 10) return 'utf16be';
  return undefined;
}

/** Valid as far as it goes: an end in the middle of a character is told apart later (`isCut`). */
function validator(encoding: Encoding) {
  const decoder = new TextDecoder(labels[encoding], { fatal: true });
  let valid = true;
  return {
    take: (bytes: Uint8Array) => {
      if (valid) valid = attempt(() => decoder.decode(bytes, { stream: true })) !== undefined;
    },
    valid: () => valid,
  };
}

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
