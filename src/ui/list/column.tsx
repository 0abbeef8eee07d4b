import type { ReactNode } from 'react';

/** One column of a list; on a phone, one line of its card. `Sort` are the sort names that the endpoint takes. */
export type Column<Row, Sort extends string = string> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** A grid track: '2fr', '120px'. Default 'minmax(110px, 1fr)'. */
  width?: string;
  sort?: Sort;
  /** Numbers and money stand at the end. */
  align?: 'end';
  /** May be left out by the reader: shown at first, or not. Absent: always shown. */
  choice?: 'shown' | 'hidden';
  /** Its place on a phone's card: headline, beside the headline, a line below (default), or nowhere. */
  phone?: 'title' | 'aside' | 'line' | 'none';
};

/** The columns that are shown, given what the reader added and left out. */
export function chosenColumns<C extends { key: string; choice?: 'shown' | 'hidden' }>(
  columns: readonly C[],
  toggled: ReadonlySet<string>,
): C[] {
  return columns.filter((column) => {
    if (!column.choice) return true;
    return (column.choice === 'shown') !== toggled.has(column.key);
  });
}

const ROW_PADDING = 16;

/**
 * What the tracks need at least, px. The table is as wide: were it as wide as its contents, every row would share out
 * another width, and the columns would not stand one below the other.
 */
export function leastWidthOf(columns: readonly { width?: string }[], selectable: boolean): number {
  const pixels = [...tracksOf(columns, selectable).matchAll(/(\d+)px/g)].map(([, px]) => Number(px));
  return pixels.reduce((sum, px) => sum + px, ROW_PADDING);
}

export function tracksOf(columns: readonly { width?: string }[], selectable: boolean): string {
  const tracks = columns.map((column) => column.width ?? 'minmax(110px, 1fr)');
  return [...(selectable ? ['40px'] : []), ...tracks].join(' ');
}
