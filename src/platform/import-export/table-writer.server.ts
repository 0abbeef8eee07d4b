import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import type { Cell } from '#platform/import-export/cell.ts';
import { csvLine } from '#platform/import-export/csv-line.ts';
import { xlsxStream } from '#platform/import-export/xlsx-writer.server.ts';

export const outputs = ['csv', 'csv-gb18030', 'xlsx'] as const;
export type Output = (typeof outputs)[number];

export const mediaTypes: { [output in Output]: string } = {
  csv: 'text/csv; charset=utf-8',
  'csv-gb18030': 'text/csv; charset=gb18030',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Rows as a file, written while they are read. UTF-8 begins with a byte order mark, or Excel garbles Chinese. */
export function writeTable(
  output: Output,
  headers: readonly string[],
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
): Readable {
  if (output === 'xlsx') return xlsxStream(headers, rows);
  const encode = (text: string) => (output === 'csv' ? Buffer.from(text) : iconv.encode(text, 'gb18030'));
  return Readable.from(
    (async function* () {
      yield encode((output === 'csv' ? '\ufeff' : '') + csvLine(headers));
      for await (const batch of rows) yield encode(batch.map(csvLine).join(''));
    })(),
  );
}
