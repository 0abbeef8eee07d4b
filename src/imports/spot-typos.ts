import { industries, provinces } from '#accounts/account-lists.ts';
import type { Quirks } from '#imports/import-quirk.ts';
import { meantWord, squeezed } from '#imports/likeness.ts';
import type { ReadRow } from '#imports/read-row.ts';

const REGION_CODES =
  'AE AR AT AU BE BG BH BO BR CA CH CL CN CO CR CU CY CZ DE DK DZ EC EE EG ES FI FR GB GE GR HK HR HU ID IE IL IN IQ IR IS IT JO JP KE KH KR KW KZ LA LB LK LT LU LV MA MM MN MO MX MY NG NL NO NP NZ OM PA PE PH PK PL PT QA RO RS RU SA SE SG SI SK TH TN TR TW UA US UY UZ VE VN ZA'.split(
    ' ',
  );
const regions = new Intl.DisplayNames(['en'], { type: 'region' });
const countries = REGION_CODES.map((code) => regions.of(code) ?? code);

// Single words of what is known, too: 'technology' of 'Information technology'.
const known: { [target: string]: readonly string[] } = {
  industry: industries.flatMap(({ zh, en }) => [zh, en, ...en.split(/\s+and\s+|\s+/)]),
  province: [...provinces, ...countries],
  city: [...provinces, ...countries],
};
const exact = Object.fromEntries(
  Object.entries(known).map(([target, words]) => [target, new Set(words.map(squeezed))]),
);
const meant = new Map<string, string | undefined>();
const REMEMBERED = 5_000;

/** Notes values that look like a slip for a known industry, province or country; they are taken as they stand. */
export function spotTypos(row: ReadRow, quirks: Quirks): void {
  for (const [target, words] of Object.entries(known)) {
    const text = row.values[target];
    if (typeof text !== 'string' || exact[target]!.has(squeezed(text))) continue;
    const key = `${target} ${text}`;
    if (!meant.has(key)) {
      if (meant.size > REMEMBERED) meant.clear();
      meant.set(key, meantWord(text, words));
    }
    const word = meant.get(key);
    if (word) quirks.add('typo', target, row.texts[target] ?? text, likeCase(word, text), row.number);
  }
}

function likeCase(word: string, like: string): string {
  return like === like.toLowerCase() ? word.toLowerCase() : word;
}
