import { refuse } from '#shared/refusal.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { csvRows } from '#platform/import-export/csv-reader.server.ts';
import { guessDelimiter } from '#platform/import-export/delimiter.ts';
import { kindOf } from '#platform/import-export/file-kind.ts';
import {
  limits,
  type Encoding,
  type FileSource,
  type TableFormat,
  type TableRow,
} from '#platform/import-export/table-file.ts';
import { decodeText, detectEncoding, wideEncoding } from '#platform/import-export/text-reader.server.ts';
import { cardRows } from '#platform/import-export/vcard/vcard-reader.server.ts';
import { openWorkbook } from '#platform/import-export/xlsx-reader.server.ts';

const HEAD = 64 * 1024;

export type Inspected = {
  format: TableFormat;
  /** Names of a workbook's sheets; none of a CSV. */
  sheets: string[];
  /** The text ends in the middle of a character: the end of the file is missing. */
  cut: boolean;
  headers: string[];
  preview: TableRow[];
};

/**
 * What a file is and how its table begins: format, encoding and delimiter found out, or taken from `chosen`.
 *
 * @throws Refused with one of `tableRefusals`
 */
export async function inspectTable(
  source: FileSource,
  chosen: Partial<{ encoding: Encoding; delimiter: string; sheet: number }> = {},
  previewRows = 20,
): Promise<Inspected> {
  const head = await headOf(source);
  const kind = decide(kindOf(head));
  if (kind === 'zip') {
    const { sheets } = await openWorkbook(source);
    const format: TableFormat = { kind: 'xlsx', sheet: Math.min(chosen.sheet ?? 0, sheets.length - 1) };
    return { format, sheets, cut: false, ...(await begins(source, format, previewRows)) };
  }
  if (kind === 'cards') {
    const format: TableFormat = { kind: 'vcard', encoding: wideEncoding(head) ?? null };
    return { format, sheets: [], cut: false, ...(await begins(source, format, previewRows)) };
  }
  const encoding = chosen.encoding ?? (await detectEncoding(source, head));
  if (!encoding) throw new Refused(refuse('file.notTable', { looksLike: 'binary' }));
  const delimiter = (chosen.delimiter as ',' | undefined) ?? guessDelimiter(await sampleOf(source, encoding));
  const format: TableFormat = { kind: 'csv', encoding, delimiter };
  return { format, sheets: [], cut: await isCut(source, encoding), ...(await begins(source, format, previewRows)) };
}

/** All rows from the header on, some at a time; memory does not grow with the file. */
export async function* tableRows(source: FileSource, format: TableFormat): AsyncGenerator<TableRow[]> {
  if (format.kind === 'csv') {
    yield* csvRows(decodeText(bounded(source, limits.csvBytes), format.encoding), format.delimiter);
  } else if (format.kind === 'vcard') {
    yield* cardRows(bounded(source, limits.csvBytes), format.encoding);
  } else {
    const workbook = await openWorkbook(source);
    yield* workbook.rows(format.sheet);
  }
}

async function begins(source: FileSource, format: TableFormat, wanted: number) {
  const rows: TableRow[] = [];
  for await (const batch of tableRows(source, format)) {
    rows.push(...batch);
    if (rows.length > wanted) break;
  }
  const [header, ...below] = rows;
  if (!header || below.length === 0) throw new Refused(refuse(format.kind === 'vcard' ? 'file.noCards' : 'file.empty'));
  return { headers: header.cells.map((cell) => cell.trim()), preview: below.slice(0, wanted) };
}

async function headOf(source: FileSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD);
}

async function sampleOf(source: FileSource, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const chunk of decodeText(source, encoding).chunks) {
    text += chunk;
    if (text.length >= HEAD) break;
  }
  return text.replace(/^\ufeff/, '').slice(0, HEAD);
}

async function isCut(source: FileSource, encoding: Encoding): Promise<boolean> {
  const text = decodeText(source, encoding);
  for await (const _ of text.chunks);
  return text.isCut();
}

function bounded(source: FileSource, most: number): FileSource {
  return async function* () {
    let size = 0;
    for await (const chunk of source()) {
      size += chunk.length;
      if (size > most) throw new Refused(refuse('file.tooLarge', { limit: `${most / 1024 / 1024} MB` }));
      yield chunk;
    }
  };
}
