import { Readable } from 'node:stream';
import type { CsvError } from 'csv-parse';
import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { unguardFormula } from '#platform/import-export/formula.ts';
import { limits, ROWS_AT_A_TIME, type Delimiter, type TableRow } from '#platform/import-export/table-file.ts';
import type { Decoded } from '#platform/import-export/text-reader.server.ts';

/** Rows of a CSV (RFC 4180, any delimiter and line end), some at a time; blank rows are left out but counted. */
export async function* csvRows(text: Decoded, delimiter: Delimiter): AsyncGenerator<TableRow[]> {
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    bom: true,
    // Files put together by hand mix them.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // 8" nails: a quote inside an unquoted cell is a character.
    relax_quotes: true,
    max_record_size: limits.cellCharacters * 10,
  });
  const feeding = Readable.from(text.chunks);
  feeding.on('error', (error) => parser.destroy(error));
  feeding.pipe(parser);
  const batch: TableRow[] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number++;
      if (cells.length > limits.columns) throw new Refused(refuse('file.tooManyColumns', { limit: limits.columns }));
      if (cells.every((cell) => cell.trim() === '')) continue;
      // One behind, so that the last row can be marked as cut.
      if (batch.length > ROWS_AT_A_TIME) {
        yield batch.splice(0, ROWS_AT_A_TIME);
      }
      batch.push({ number, cells: cells.map(unguardFormula) });
    }
  } catch (error) {
    throw error instanceof CsvError ? new Refused(faultOf(error, number + 1)) : error;
  } finally {
    feeding.destroy();
    parser.destroy();
  }
  const last = batch.at(-1);
  if (last && text.isCut()) last.cut = true;
  if (batch.length > 0) yield batch;
}

function faultOf(error: CsvError, row: number) {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return refuse('file.quoteOpen', { row });
    case 'CSV_MAX_RECORD_SIZE':
      return refuse('file.cellTooLong', { row });
    default:
      return refuse('file.damaged');
  }
}
