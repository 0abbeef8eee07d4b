/** What a signature or a card may say of a private life (Domain §12): never taken into a field, nor shown again. */
export const privateKinds = ['homeAddress', 'homePhone', 'idNumber', 'birthday', 'family'] as const;
export type PrivateKind = (typeof privateKinds)[number];

export function isPrivate(label: string): label is PrivateKind {
  return (privateKinds as readonly string[]).includes(label);
}

const patterns: readonly [RegExp, PrivateKind][] = [
  // A number of a Chinese identity card: place, day of birth, order, check.
  [
    /(?<!\d)[1-9]\d{5}\s?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?\d{3}[\dXx](?![\dA-Za-z])/g,
    'idNumber',
  ],
  [/(?:出生于|生于|born(?: on| in)?)\s*:?\s*\d[\d./年月日 -]{2,}/gi, 'birthday'],
  [/\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*出?生/g, 'birthday'],
  [/(?:家住|现住|住在)[^\s,;。]{2,}/g, 'homeAddress'],
];

/** The text without what is private even without a label, and what that was. */
export function withoutPrivate(text: string): { text: string; found: PrivateKind[] } {
  const found: PrivateKind[] = [];
  let left = text;
  for (const [pattern, kind] of patterns) {
    const next = left.replaceAll(pattern, ' ');
    if (next !== left) found.push(kind);
    left = next;
  }
  return { text: left, found };
}
