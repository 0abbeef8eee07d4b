/** Longest text of a property that is kept, in bytes; a note may be long, a picture is not read. */
const LONGEST = 100_000;
/** A line that never ends is no vCard. */
export const LONGEST_LINE = 8 * 1024 * 1024;

const BINARY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;
const QUOTED_PRINTABLE = /^[^:]*QUOTED-PRINTABLE[^:]*:/i;

/**
 * The logical lines of a vCard file, joined from pieces of it: folded lines (RFC 2425 §5.8.1) and the soft breaks of
 * quoted-printable (vCard 2.1 §2.1.3). Bytes are characters here, since a fold may cut a character in two.
 */
export class CardLines {
  #rest = '';
  #line: string | undefined;
  #soft = false;

  /** @returns the lines that ended in this piece */
  take(piece: string): string[] {
    const text = this.#rest + piece;
    const open = text.endsWith('\r'); // the line feed may follow
    const lines = (open ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop()! + (open ? '\r' : '');
    return lines.flatMap((line) => this.#join(line));
  }

  end(): string[] {
    const last = [...this.#join(this.#rest.replace(/\r$/, '')), ...(this.#line === undefined ? [] : [this.#line])];
    this.#rest = '';
    this.#line = undefined;
    return last;
  }

  /** More has come without an end of the line than any property needs. */
  get endless(): boolean {
    return this.#rest.length > LONGEST_LINE;
  }

  #join(line: string): string[] {
    const before = this.#line;
    if (before !== undefined && this.#soft && !/^END:VCARD/i.test(line)) return this.#append(before.slice(0, -1), line);
    if (before !== undefined && /^[ \t]/.test(line)) return this.#append(before, line.slice(1));
    this.#line = undefined;
    this.#append('', line);
    return before === undefined ? [] : [before];
  }

  #append(before: string, more: string): string[] {
    const whole = (before + more).slice(0, BINARY.test(before || more) ? 200 : LONGEST);
    this.#line = whole;
    this.#soft = whole.endsWith('=') && QUOTED_PRINTABLE.test(whole);
    return [];
  }
}
