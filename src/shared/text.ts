/**
 * Text as people search and compare it: width, case and spacing folded (Unicode NFKC), so that
 * full-width ＡＢＣ and plain "abc" are the same.
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Overlapping two-character slices of the folded text, without white space and punctuation; one-character
 * words yield the character itself. They are what the search index stores and what a query is cut into, so
 * that a two-character Chinese query is a single index look-up.
 */
export function bigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    const chars = Array.from(word);
    if (chars.length === 1) grams.add(chars[0]!);
    for (let i = 0; i + 1 < chars.length; i++) grams.add(chars[i]! + chars[i + 1]!);
  }
  return [...grams];
}
