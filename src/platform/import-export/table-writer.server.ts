import { Readable } from 'node:stream';
import type { Cell } from '#platform/import-export/cell.ts';
import { csvLine } from '#platform/import-export/csv-line.ts';

export const outputs = ['csv', 'csv-gb18030', 'xlsx'] as const;
export type Output = (typeof outputs)[number];

export const mediaTypes: { [output in Output]: string } = {
  csv: 'text/csv; charset=utf-8',
  'csv-gb18030': 'text/csv; charset=gb18030',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Rows as a file, written while they are read. UTF-8 begins with a byte order mark, or Excel garbles Chinese.
 * What writes a format is loaded with the first file of it: a server that only answers lists need not hold it.
 */
export async function writeTable(
  output: Output,
  headers: readonly string[],
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<Readable> {
  if (output === 'xlsx') {
    const { xlsxStream } = await import('#platform/import-export/xlsx-writer.server.ts');
    return xlsxStream(headers, rows);
  }
  const encode = output === 'csv' ? (text: string) => Buffer.from(text) : await gb18030();
  return Readable.from(
    (async function* () {
      yield encode((output === 'csv' ? '\ufeff' : '') + csvLine(headers));
      for await (const batch of rows) yield encode(batch.map(csvLine).join(''));
    })(),
  );
}

async function gb18030() {
  const { default: iconv } = await import('iconv-lite');
  return (text: string) => iconv.encode(text, 'gb18030');
}
