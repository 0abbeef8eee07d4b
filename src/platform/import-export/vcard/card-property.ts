import {
  bytesOfQuotedPrintable,
  splitUnescaped,
  textOfBytes,
  unescaped,
} from '#platform/import-export/vcard/card-text.ts';

/** One property of a card: TEL, ADR … */
export type CardProperty = {
  /** item1 of item1.TEL; '' for none. Properties of one group belong together. */
  group: string;
  name: string;
  /** Words of TYPE, whether written `TYPE=work`, `TYPE="work,voice"` or (2.1) bare, in lower case. */
  types: readonly string[];
  /** Other parameters by name in upper case, the first value of each. */
  params: { readonly [name: string]: string };
  /** Decoded, with its escapes still in it: `;` and `,` may separate. */
  raw: string;
};

const encodings = /^(?:QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/i;

/** A logical line as a property; undefined for what is none, as the lines of a picture. */
export function propertyOf(line: string): CardProperty | undefined {
  const head = /^(?:\xef\xbb\xbf|[ \t])*(?:([\w-]+)\.)?([\w-]+)(?=[;:])/.exec(line);
  if (!head) return undefined;
  const { written, value } = parameters(line.slice(head[0].length));
  if (value === undefined) return undefined;
  const types: string[] = [];
  const params: { [name: string]: string } = {};
  for (const parameter of written) {
    const [, name, words] = /^\s*([\w-]+)\s*=([\s\S]*)$/.exec(parameter) ?? [];
    if (name === undefined || words === undefined) {
      if (encodings.test(parameter.trim())) params['ENCODING'] ??= parameter.trim().toUpperCase();
      else types.push(parameter.trim().toLowerCase());
    } else if (name.toUpperCase() === 'TYPE') {
      types.push(...words.replaceAll('"', '').toLowerCase().split(','));
    } else {
      params[name.toUpperCase()] ??= textOfBytes(words.replaceAll('"', ''), undefined);
    }
  }
  const quoted = params['ENCODING']?.toUpperCase() === 'QUOTED-PRINTABLE';
  return {
    group: (head[1] ?? '').toLowerCase(),
    name: head[2]!.toUpperCase(),
    types: types.map((type) => type.trim()).filter(Boolean),
    params,
    raw: textOfBytes(quoted ? bytesOfQuotedPrintable(value) : value, params['CHARSET']),
  };
}

/** `;CELL;PREF:123` → CELL, PREF and 123; in quotes, `;` and `:` are characters. */
function parameters(text: string): { written: string[]; value: string | undefined } {
  const written: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    if (quoted || (char !== ';' && char !== ':')) continue;
    if (at > 0) written.push(text.slice(from + 1, at));
    from = at;
    if (char === ':') return { written, value: text.slice(at + 1) };
  }
  return { written, value: undefined };
}

/** The value as one text. */
export function valueOf(property: CardProperty): string {
  return unescaped(property.raw).trim();
}

/** The value's components: N, ORG and ADR have several. */
export function componentsOf(property: CardProperty): string[] {
  return splitUnescaped(property.raw, ';').map((part) => unescaped(part).trim());
}
