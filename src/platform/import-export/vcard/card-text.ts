/** Bytes stand as characters U+0000 to U+00FF until they are decoded here. */

/**
 * Bytes as text: by the charset that the card names, else UTF-8, else GB18030, else Latin letters. Many phones name none,
 * or the wrong one; what does not fit is tried otherwise and never garbled silently.
 */
export function textOfBytes(bytes: string, charset: string | undefined): string {
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  const raw = Uint8Array.from(bytes, (char) => char.charCodeAt(0));
  for (const label of [charset ?? '', 'utf-8', 'gb18030']) {
    const text = label && attempt(label, raw);
    if (text) return text;
  }
  return new TextDecoder('windows-1252').decode(raw);
}

function attempt(label: string, raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label.trim(), { fatal: true }).decode(raw);
  } catch {
    return undefined; // no such charset, or not in it
  }
}

/** =E7=8E=8B → the bytes of 王. An equals sign that begins no pair stays. */
export function bytesOfQuotedPrintable(text: string): string {
  return text.replaceAll(/=([0-9a-f]{2})/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/** `\n`, `\,`, `\;`, `\:` and `\\` (RFC 6350 §3.4). */
export function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char)).replaceAll('\r\n', '\n');
}

/** Cuts at a separator that is not escaped. */
export function splitUnescaped(text: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
