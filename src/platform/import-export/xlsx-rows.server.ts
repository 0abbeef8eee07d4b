import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { limits, type TableRow } from '#platform/import-export/table-file.ts';
import { columnOf, dayOfSerial, unescapeText } from '#platform/import-export/xlsx-values.ts';
import type { XmlHandlers } from '#platform/import-export/xml-reader.server.ts';

type Meaning = { shared: readonly string[]; days: readonly boolean[]; from1904: boolean };

/** Builds rows from a sheet's XML; `take` hands over those finished so far. */
export function rowBuilder({ shared, days, from1904 }: Meaning): {
  handlers: XmlHandlers;
  count: () => number;
  take: () => TableRow[];
} {
  let done: TableRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = '';
  let style = -1;
  let value = '';
  let reading = false;

  function put(text: string) {
    if (text === '') return;
    if (column >= limits.columns) throw new Refused(refuse('file.tooManyColumns', { limit: limits.columns }));
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  const handlers: XmlHandlers = {
    open: (name, { r, t, s }) => {
      if (name === 'c') {
        column = r ? columnOf(r) : column + 1;
        kind = t ?? 'n';
        style = s === undefined ? -1 : Number(s);
        value = '';
      } else if (name === 'v' || name === 't') {
        reading = true;
      } else if (name === 'row') {
        number = r ? Number(r) : number + 1;
        cells = [];
        column = -1;
      }
    },
    text: (piece) => {
      if (!reading) return;
      value += piece;
      if (value.length > limits.cellCharacters) throw new Refused(refuse('file.cellTooLong', { row: number }));
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'c') put(textOf(kind, value, days[style] === true));
      else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) done.push({ number, cells });
    },
  };

  function textOf(kind: string, raw: string, isDay: boolean): string {
    switch (kind) {
      case 's':
        return shared[Number(raw)] ?? '';
      case 'inlineStr':
      case 'str':
        return unescapeText(raw);
      case 'b':
        return raw === '1' ? 'true' : 'false';
      case 'e':
        return raw;
      case 'd':
        return raw.slice(0, 10);
      default: {
        const number = raw === '' ? Number.NaN : Number(raw);
        if (Number.isNaN(number)) return raw;
        return (isDay ? dayOfSerial(number, from1904) : undefined) ?? String(number);
      }
    }
  }

  return {
    handlers,
    count: () => done.length,
    take: () => {
      const rows = done;
      done = [];
      return rows;
    },
  };
}
