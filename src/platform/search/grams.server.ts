import { sql, type RawBuilder } from 'kysely';
import { isChinese, readingsOf } from '#platform/search/readings.server.ts';
import { bigrams, fold } from '#shared/text.ts';

/** Marks slices of pinyin initials, so that 'hw' of 华为 and a literal "hw" are told apart in the index. */
const INITIALS = '~';
/** Marks the slice that a record's name begins with: who types 华为 means 华为技术 before 深圳华为. */
const START = '^';

/**
 * What the `grams` column of a searchable record holds: two-character slices of its texts, and of their pinyin
 * initials where they are Chinese, so that both 华为 and hw find 华为技术.
 *
 * @param texts its name first
 */
export function gramsOf(texts: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    // The first character by itself, so that a surname alone finds its people.
    for (const gram of [...bigrams(text), ...firstOf(text)]) {
      grams.add(gram);
      for (const initials of initialsOf(gram)) grams.add(initials);
    }
  }
  for (const start of startsOf(texts[0] ?? '')) grams.add(start);
  return [...grams];
}

function startsOf(name: string): string[] {
  const [first = ''] = bigrams(name);
  return Array.from(first).length === 2 ? [first, ...initialsOf(first)].map((gram) => START + gram) : [];
}

function firstOf(text: string): string[] {
  return [/[\p{L}\p{N}]/u.exec(fold(text))?.[0] ?? []].flat();
}

/**
 * Whether a record's grams hold what was typed, as a look-up in the GIN index: every slice of the text, or — where it
 * is Latin letters only — every slice of the initials.
 *
 * @param column the grams column, as in sql.ref('accounts.grams')
 */
export function matches(column: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const { literal, initials } = gramsSought(typed);
  const has = (grams: string[]) => sql<boolean>`${column} @> ${grams}::text[]`;
  if (literal.length === 0) return sql<boolean>`false`;
  return initials ? sql<boolean>`(${has(literal)} or ${has(initials)})` : has(literal);
}

/** Those of them whose name begins with what was typed; none where it is a single character. */
export function begins(column: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const { literal, initials } = gramsSought(typed);
  const starts = ([first = '', ...rest]: string[]) => sql<boolean>`${column} @> ${[START + first, ...rest]}::text[]`;
  if (Array.from(literal[0] ?? '').length < 2) return sql<boolean>`false`;
  return initials ? sql<boolean>`(${starts(literal)} or ${starts(initials)})` : starts(literal);
}

/**
 * The same for a table in a tenant's transaction, where the index of slices stands behind the barrier of row-level
 * security and would not be used: the look-up goes through the table's view without the barrier.
 *
 * @param id the table's id, as in sql.ref('accounts.id')
 */
export function isFoundIn(
  view: 'sought_accounts' | 'sought_contacts' | 'sought_deals',
  tenantId: string,
  id: RawBuilder<unknown>,
  typed: string,
): RawBuilder<boolean> {
  return sql<boolean>`${id} in (select sought.id from ${sql.table(view)} sought
    where sought.tenant_id = ${tenantId}::uuid and ${matches(sql.ref('sought.grams'), typed)})`;
}

/** The slices to look for; `initials` is null when the text cannot be pinyin initials. */
export function gramsSought(typed: string): { literal: string[]; initials: string[] | null } {
  const literal = bigrams(typed);
  const couldBeInitials = /^[a-z0-9 ]+$/.test(fold(typed)) && /[a-z]/.test(fold(typed));
  return { literal, initials: couldBeInitials ? literal.map((gram) => INITIALS + gram) : null };
}

/**
 * The initials a slice can be read as: 华为 → hw, 银行 → yh and yx (行 is read háng or xíng). Reading the whole text
 * word by word would choose one, and cost an import twenty times as much. None when the slice has no Chinese in it.
 */
function initialsOf(gram: string): readonly string[] {
  let initials = known.get(gram);
  if (!initials) {
    if (known.size >= KEPT) known.clear();
    const [first = '', ...rest] = Array.from(gram);
    const chinese = isChinese(first) || rest.some(isChinese);
    const read =
      rest.length > 0 ? readingsOf(first).flatMap((a) => readingsOf(rest[0]!).map((b) => a + b)) : readingsOf(first);
    initials = chinese ? read.map((letters) => INITIALS + letters) : [];
    known.set(gram, initials);
  }
  return initials;
}

// Slices repeat from name to name: an import asks for the same few thousand again and again.
const known = new Map<string, readonly string[]>();
const KEPT = 100_000;
