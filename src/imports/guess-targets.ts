import { creditCodeFault, normalCreditCode } from '#accounts/credit-code.ts';
import type { Target } from '#imports/import-noun.ts';
import { editDistance, squeezed } from '#imports/likeness.ts';

export type GuessedColumn = { target: string | null; unit?: 'wan' };

const WAN = /[（(]\s*(?:单位[:：])?\s*万元?\s*[)）]|\(\s*10k\s*\)/i;
const UNIT = /[（(][^)）]*[)）]/g;
const ENOUGH = 0.6;

/** Which column is which: by its header, then by what stands below it. Each target is taken once, the surest first. */
export function guessTargets(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  targets: readonly Target[],
): GuessedColumn[] {
  const guesses = headers.flatMap((header, column) =>
    targets.map((target) => ({
      column,
      target,
      score: Math.max(
        headerScore(header, target),
        contentScore(
          samples.map((row) => row[column] ?? ''),
          target,
        ),
      ),
    })),
  );
  const result: GuessedColumn[] = headers.map(() => ({ target: null }));
  const taken = new Set<string>();
  for (const { column, target, score } of guesses.toSorted((a, b) => b.score - a.score)) {
    if (score < ENOUGH || taken.has(target.key) || result[column]!.target) continue;
    taken.add(target.key);
    result[column] = {
      target: target.key,
      ...(target.kind === 'money' && WAN.test(headers[column]!) && { unit: 'wan' as const }),
    };
  }
  return result;
}

/** 1 for the word itself (a little less for further synonyms), less for one that contains it or is a slip away. */
function headerScore(header: string, target: Target): number {
  const wanted = squeezed(header.replaceAll(UNIT, '')) || squeezed(header);
  if (wanted === '') return 0;
  const words = [target.label.zh, target.label.en, target.key, ...target.words].map(squeezed);
  const place = words.indexOf(wanted);
  if (place >= 0) return place < 3 ? 1 : 0.98 - place * 0.002;
  const near = words.map((word) => {
    if (word.length >= 5 && editDistance(wanted, word, 1) <= 1) return 0.85;
    const contained = word.length >= 2 && wanted.includes(word) ? word.length / wanted.length : 0;
    const containing = wanted.length >= 2 && word.includes(wanted) ? wanted.length / word.length : 0;
    return Math.max(contained, containing) * 0.85;
  });
  return Math.max(0, ...near);
}

const looks: { [key: string]: (text: string) => boolean } = {
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  mobile: (text) => /^(?:\+?86)?1[3-9]\d{9}$/.test(text.replaceAll(/[\s-]/g, '')),
  creditCode: (text) => creditCodeFault(normalCreditCode(text)) === null,
};

/** Some columns tell what they are without a header. */
function contentScore(cells: readonly string[], target: Target): number {
  const look = looks[target.key];
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (!look || filled.length === 0) return 0;
  return filled.filter(look).length / filled.length >= 0.8 ? 0.7 : 0;
}
