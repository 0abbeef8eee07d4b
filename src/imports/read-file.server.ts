import type { FileSource } from '#platform/import-export/table-file.ts';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';
import type { LeftOut } from '#platform/import-export/vcard/left-out.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { refuse } from '#shared/refusal.ts';
import type { Layout } from '#imports/import-record.ts';

const FEW = 60;
const LONG = 200;
const PREVIEW = 20;
const SHOWN = 300;

export type ChosenReading = {
  encoding?: 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';
  delimiter?: string;
  sheet?: number;
};

/** How the file is read and what is in it: one pass over all rows, remembering only what is few. */
export async function readLayout(source: FileSource, chosen: ChosenReading): Promise<Layout> {
  const { format, sheets, cut, headers, preview } = await inspectTable(source, chosen, PREVIEW);
  const columns = headers.map((header, at) => ({
    header: header || `#${at + 1}`,
    filled: 0,
    different: new Map<string, number>() as Map<string, number> | null,
  }));
  let rows = -1; // the header is none
  const leftOut = new Map<LeftOut, number>();
  for await (const batch of tableRows(source, format)) {
    for (const { cells, leftOut: kinds = [] } of batch) {
      for (const kind of kinds) leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
      if (rows++ >= 0) columns.forEach((column, at) => count(column, cells[at] ?? ''));
    }
  }
  if (rows < 1) throw new Refused(refuse('file.empty'));
  return {
    kind: format.kind,
    encoding: format.kind === 'xlsx' ? null : format.encoding,
    delimiter: format.kind === 'csv' ? format.delimiter : null,
    sheet: format.kind === 'xlsx' ? format.sheet : null,
    sheets,
    cut,
    rows,
    columns: columns.map(({ header, filled, different }) => ({
      header: header.slice(0, SHOWN),
      filled,
      values:
        different &&
        [...different]
          .map(([text, rows]) => ({
            text,
            rows,
          }))
          .toSorted((a, b) => b.rows - a.rows),
    })),
    preview: preview.map(({ cells }) => cells.map((cell) => cell.slice(0, SHOWN))),
    ...(format.kind === 'vcard' && { leftOut: [...leftOut].map(([kind, rows]) => ({ kind, rows })) }),
  };
}

function count(column: { filled: number; different: Map<string, number> | null }, cell: string) {
  const text = cell.trim();
  if (text === '') return;
  column.filled++;
  if (!column.different) return;
  column.different.set(text, (column.different.get(text) ?? 0) + 1);
  if (column.different.size > FEW || text.length > LONG) column.different = null;
}
