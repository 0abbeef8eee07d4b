import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import { spokenWords } from '#compliance/private-words.ts';

/**
 * What a card or a signature may say of a private life is never taken into a field, nor shown again (Domain §12). Kinds and
 * words are those of everything that is written; of somebody's card less is asked than of a sentence about her.
 */
// A sentence is told by its first words; of a card the whole goes, to the end of the day and of the address.
const restOfDay =
  '(?:\\d* ?[年月./日号-] ?)*\\d{0,4}(?: ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,? ?\\d{0,2},? ?\\d{0,4})?';
const restOfAddress = '[^,;。\\n]*';
const onCards: readonly [PrivateKind, readonly RegExp[]][] = [
  [
    'idNumber',
    // A number of a Chinese identity card, mistyped or not: place, day of birth, order, check.
    [/(?<!\d)[1-9]\d{5}\s?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?\d{3}[\dXx](?![\dA-Za-z])/gu],
  ],
  [
    'birthday',
    [/(?:出生于|生于|born(?: on| in)?)\s*:?\s*\d[\d./年月日 -]{2,}/giu, ...all(spokenWords('birthday'), restOfDay)],
  ],
  ['homeAddress', [...all(spokenWords('homeAddress'), restOfAddress), /(?:家住|现住|住在)[^,;。\n]{2,}/gu]],
  ['homePhone', all(spokenWords('homePhone'))],
  ['privateMobile', all(spokenWords('privateMobile'))],
  ['privateWechat', all(spokenWords('privateWechat'))],
];

function all(patterns: readonly RegExp[], rest = ''): RegExp[] {
  return patterns.map(({ source, flags }) => new RegExp(`(?:${source})${rest}`, `${flags}g`));
}

/** The text without what is private even without a label, and what that was. */
export function withoutPrivate(text: string): { text: string; found: PrivateKind[] } {
  const found = new Set<PrivateKind>();
  let left = text;
  for (const [kind, patterns] of onCards)
    for (const pattern of patterns) {
      const next = left.replaceAll(pattern, ' ');
      if (next !== left) found.add(kind);
      left = next;
    }
  return { text: left, found: [...found] };
}
