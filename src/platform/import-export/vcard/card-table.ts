import type { TableRow } from '#platform/import-export/table-file.ts';
import type { Card } from '#platform/import-export/vcard/card.ts';
import { personOn } from '#platform/import-export/vcard/card-person.ts';

/** Cards as a table: each a row, and these the columns. */
export const cardColumns = [
  'name',
  'organisation',
  'department',
  'title',
  'mobile',
  'phone',
  'email',
  'wechat',
  'categories',
  'otherPhones',
  'otherEmails',
  'homePhones',
  'homeEmails',
  'workAddress',
  'website',
  'note',
  'uid',
] as const;
export type CardColumn = (typeof cardColumns)[number];

export const cardHeader: TableRow = { number: 0, cells: [...cardColumns] };

/** @param number the card's place in the file, from 1 */
export function cardRow(card: Card, number: number): TableRow {
  const { cells, leftOut, isPerson } = personOn(card);
  return {
    number,
    cells: cardColumns.map((column) => cells[column]),
    ...(leftOut.length > 0 && { leftOut }),
    ...(!isPerson && { nobody: true }),
    ...(card.cut && { cut: true }),
  };
}
