import { fold } from '#shared/text.ts';

/** Text without case, width, spaces and punctuation: 'GTX Pro', 'GTXPro' and 'gtx-pro' are one. */
export function squeezed(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The known word that was probably meant: the same but for spacing and punctuation, or one slip of the finger away (two
 * in long words). Undefined when none is near, or two are equally near.
 */
export function meantWord(text: string, known: Iterable<string>): string | undefined {
  const wanted = squeezed(text);
  if (wanted === '') return undefined;
  const allowed = wanted.length >= 10 ? 2 : wanted.length >= 5 ? 1 : 0;
  let best: string | undefined;
  let distance = allowed + 1;
  let tied = false;
  for (const word of known) {
    const candidate = squeezed(word);
    if (candidate === wanted) return word;
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const away = editDistance(wanted, candidate, allowed);
    if (away < distance) [best, distance, tied] = [word, away, false];
    else if (away === distance && away <= allowed) tied = true;
  }
  return tied ? undefined : best;
}

/** Insertions, deletions, substitutions and swaps of neighbours; more than `most` is `most` + 1. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let cell = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cell = Math.min(cell, before[j - 2]! + 1);
      row.push(cell);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, most + 1);
}
