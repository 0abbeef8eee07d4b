import { hash } from 'node:crypto';

const MAX_NAMES = 1000;
const MAX_PARAMETERS = 64;
const MAX_LENGTH = 16_384;

/**
 * Names for prepared statements, from a hash of the SQL text. A named statement is parsed and planned once per connection.
 *
 * A text gets its name the second time it is seen, so that one-off statements leave nothing behind in the server. Never
 * named: more than 64 parameters or 16 KiB (lists of varying length; write `= any($1)` instead), several statements in one
 * text. After 1 000 names in one process no new ones are given.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #seenOnce = new Set<string>();

  nameOf(sql: string, parameters: number): string | undefined {
    const name = this.#names.get(sql);
    if (name !== undefined) return name;
    if (parameters > MAX_PARAMETERS || sql.length > MAX_LENGTH || this.#names.size >= MAX_NAMES) return undefined;
    if (!this.#seenOnce.has(sql)) {
      if (this.#seenOnce.size >= MAX_NAMES) this.#seenOnce = new Set();
      if (!sql.includes(';')) this.#seenOnce.add(sql);
      return undefined;
    }
    this.#seenOnce.delete(sql);
    const given = `s${hash('sha256', sql).slice(0, 24)}`;
    this.#names.set(sql, given);
    return given;
  }

  get size(): number {
    return this.#names.size;
  }
}
