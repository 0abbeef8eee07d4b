import { fold } from '#shared/text.ts';

/** By what a person is told in texts: the names she bore here, and how she was reached. */
export type Traces = { names: readonly string[]; numbers: readonly string[]; addresses: readonly string[] };

/** Stands where a person's name stood. The last characters of her id tell two of them apart. */
export function pseudonymOf(contactId: string): string {
  return `已删除的联系人${contactId.slice(-4).toUpperCase()}`;
}

const post =
  /^(?:\p{Script=Han}{1,2})(?:总|工|处|处长|科长|经理|主任|局长|局|院长|书记|部长|厂长|所长|先生|女士|老师|董|校长)$/u;

/**
 * Does a name point to one person wherever it is read? 王总 and Amy do not, nor does a name that stands in somebody else's,
 * an account's or a deal's: replacing it in every text would take words out of theirs.
 *
 * @param others names of everything else that is called something
 */
export function isTelling(name: string, others: readonly string[]): boolean {
  const folded = fold(name);
  const han = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = folded.split(/\s+/).filter(Boolean).length;
  if (post.test(folded) || (han < 2 && words < 2)) return false;
  return !others.some((other) => fold(other).includes(folded));
}

/** A number however it is spaced; fewer than seven digits are no telephone. */
function numberPattern(number: string): string | null {
  const digits = number.replaceAll(/\D/g, '');
  return digits.length < 7 ? null : Array.from(digits).join('[ -]?');
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** The names and numbers as one expression that PostgreSQL (`~*`) and JavaScript read alike; null: there are none. */
export function patternOf({ names, numbers, addresses }: Traces): string | null {
  const all = [
    ...names.map(escaped),
    ...addresses.filter((address) => address.length > 3).map(escaped),
    ...numbers.map(numberPattern),
  ].filter((part) => part !== null && part !== '');
  // The longest first: a name may begin another.
  return all.length > 0 ? all.toSorted((a, b) => b!.length - a!.length).join('|') : null;
}

export type Blanking = { pattern: string | null; ids: readonly string[]; pseudonym: string };

/**
 * A value without the person: her name and numbers in every text are the pseudonym, and so is the name beside her id.
 * Keys, numbers and everything else stay.
 */
export function withoutPerson(value: unknown, blanking: Blanking): unknown {
  const words = blanking.pattern ? new RegExp(blanking.pattern, 'giu') : null;
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return words ? part.replaceAll(words, blanking.pseudonym) : part;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([key, member]) => [key, walk(member)] as const);
    const hers = entries.some(
      ([key, member]) => /^(?:id|contactId)$/.test(key) && blanking.ids.includes(String(member)),
    );
    return Object.fromEntries(
      entries.map(([key, member]) => [
        key,
        hers && typeof member === 'string' && /^name$|Name$/.test(key) ? blanking.pseudonym : member,
      ]),
    );
  };
  return walk(value);
}

/** Of an event about the person herself only this is left: what kind of thing happened, to which records. */
const impersonal = ['kind', 'why', 'basis', 'purpose', 'expiresOn', 'fields', 'giftId', 'contactId', 'on', 'direction'];

export function eventWithoutPerson(data: unknown, pseudonym: string): { [key: string]: unknown } {
  const left = Object.entries(data ?? {}).filter(([key]) => impersonal.includes(key));
  return { name: pseudonym, ...Object.fromEntries(left) };
}
