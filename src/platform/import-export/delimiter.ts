import { delimiters, type Delimiter } from '#platform/import-export/table-file.ts';

const ROWS_LOOKED_AT = 60;

/** The delimiter that cuts the first rows into equally many columns, quotes respected; a comma when none does. */
export function guessDelimiter(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(columnCounts(text, delimiter)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ',';
}

function columnCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let columns = 1;
  let quoted = false;
  let blank = true;
  for (let i = 0; i < text.length && counts.length < ROWS_LOOKED_AT; i++) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) columns++;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (!blank) counts.push(columns);
      columns = 1;
      blank = true;
      continue;
    }
    blank = false;
  }
  // The last row of a sample may be cut.
  if (counts.length === 0 && !blank) counts.push(columns);
  return counts;
}

/** 0 when there is one column; else more for many columns, and for more rows that have just as many. */
function evenness(counts: readonly number[]): number {
  const header = counts[0] ?? 1;
  if (header < 2) return 0;
  const alike = counts.filter((count) => count === header).length / counts.length;
  return alike * alike * Math.min(header, 20);
}
