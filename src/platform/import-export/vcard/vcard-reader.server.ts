import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { ROWS_AT_A_TIME, type FileSource, type TableRow } from '#platform/import-export/table-file.ts';
import { decodeText } from '#platform/import-export/text-reader.server.ts';
import { Cards, type Card } from '#platform/import-export/vcard/card.ts';
import { CardLines } from '#platform/import-export/vcard/card-lines.ts';
import { cardHeader, cardRow } from '#platform/import-export/vcard/card-table.ts';

/** The cards of a .vcf (vCard 2.1, 3.0 and 4.0) as rows, some at a time; memory does not grow with the file. */
export async function* cardRows(source: FileSource, wide: 'utf16le' | 'utf16be' | null): AsyncGenerator<TableRow[]> {
  const lines = new CardLines();
  const cards = new Cards();
  let batch: TableRow[] = [cardHeader];
  let count = 0;
  const add = (card: Card | undefined) => {
    if (card) batch.push(cardRow(card, ++count));
  };
  for await (const piece of bytesOf(source, wide)) {
    for (const line of lines.take(piece)) add(cards.take(line));
    if (lines.endless) throw new Refused(refuse('file.cellTooLong', { row: count + 1 }));
    while (batch.length >= ROWS_AT_A_TIME) yield batch.splice(0, ROWS_AT_A_TIME);
  }
  for (const line of lines.end()) add(cards.take(line));
  add(cards.rest());
  if (batch.length > 0) yield batch;
}

/** Bytes as characters U+0000 to U+00FF; UTF-16 as the bytes of UTF-8. */
async function* bytesOf(source: FileSource, wide: 'utf16le' | 'utf16be' | null): AsyncGenerator<string> {
  if (wide) {
    for await (const text of decodeText(source, wide).chunks) yield Buffer.from(text, 'utf8').toString('latin1');
  } else {
    for await (const bytes of source()) yield Buffer.from(bytes).toString('latin1');
  }
}
