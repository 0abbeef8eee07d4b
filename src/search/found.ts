import { fold } from '#shared/text.ts';

/**
 * How well a record answers what was typed, best first: its whole name, the beginning of its name or of a word in it,
 * somewhere in its name, the pinyin initials of its name, something else that is known of it.
 */
export const likenesses = ['whole', 'start', 'word', 'inside', 'initials', 'beside'] as const;
export type Likeness = (typeof likenesses)[number];

/** What is compared: width, case and punctuation do not matter. */
export function bare(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/**
 * The exact answer behind the index, which knows two-character slices only and so lets through what has the slices in
 * another order.
 *
 * @param besides what else of the record was indexed: aliases, codes, numbers, the account's name
 * @param readAs whether some run of the text has these letters as its pinyin initials
 * @returns null: it does not answer
 */
export function likenessOf(
  typed: string,
  name: string,
  besides: readonly (string | null)[],
  readAs: (text: string, letters: string) => boolean,
): Likeness | null {
  const sought = bare(typed);
  if (sought === '') return null;
  const own = bare(name);
  if (own === sought) return 'whole';
  if (own.startsWith(sought)) return 'start';
  if (` ${own}`.includes(` ${sought}`)) return 'word';
  if (own.includes(sought)) return 'inside';
  const words = sought.split(' ');
  const all = [own, ...besides.map((text) => bare(text ?? ''))];
  if (words.every((word) => all.some((text) => text.includes(word)))) return 'beside';
  const letters = words.join('');
  if (!/^[a-z0-9]+$/.test(letters)) return null;
  if (readAs(own, letters)) return 'initials';
  return all.some((text) => readAs(text, letters)) ? 'beside' : null;
}

/** Best first; among equals the order they came in (newest first). */
export function ranked<T>(rows: readonly T[], likeness: (row: T) => Likeness | null, most: number): T[] {
  return rows
    .flatMap((row) => {
      const at = likeness(row);
      return at === null ? [] : [{ row, place: likenesses.indexOf(at) }];
    })
    .toSorted((a, b) => a.place - b.place)
    .slice(0, most)
    .map(({ row }) => row);
}
