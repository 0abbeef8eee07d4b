import type { LeftOut } from '#platform/import-export/vcard/left-out.ts';

/** A file that holds a table, as it is read and written; what the table means is the importing slice's business. */

export const encodings = ['utf8', 'utf16le', 'utf16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file is to be read. */
export type TableFormat =
  | { kind: 'csv'; encoding: Encoding; delimiter: Delimiter }
  | { kind: 'xlsx'; sheet: number }
  /** Each card tells its own encoding, unless the whole file is in UTF-16. */
  | { kind: 'vcard'; encoding: 'utf16le' | 'utf16be' | null };

/** One row as it stands in the file, its number as a spreadsheet counts, from 1. */
export type TableRow = {
  number: number;
  cells: string[];
  /** The file ends in the middle of this row. */
  cut?: true;
  /** Of a card: what it says that is not taken over. */
  leftOut?: readonly LeftOut[];
  /** A card of a group or a company: it names nobody. */
  nobody?: true;
};

/** Bytes of a file from the beginning, as often as asked for. */
export type FileSource = () => AsyncIterable<Uint8Array>;

export const limits = {
  /** A CSV is streamed. */
  csvBytes: 100 * 1024 * 1024,
  /** A workbook's directory is at its end, so it is held whole. */
  xlsxBytes: 25 * 1024 * 1024,
  /** Unpacked size of a sheet, and of the texts that its cells refer to (these are held in memory). */
  sheetBytes: 600 * 1024 * 1024,
  sharedTextBytes: 80 * 1024 * 1024,
  columns: 200,
  cellCharacters: 100_000,
  zipEntries: 2_000,
} as const;

/** Rows handed on at a time. */
export const ROWS_AT_A_TIME = 1_000;
