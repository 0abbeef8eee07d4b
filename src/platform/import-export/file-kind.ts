import type { Refusal } from '#shared/refusal.ts';
import { refuse } from '#shared/refusal.ts';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 256));

/** Foreign files by their first bytes, and what to call them. */
const foreign: [(bytes: Uint8Array) => boolean, string][] = [
  [(b) => latin(b).startsWith('%PDF'), 'PDF'],
  [(b) => starts(b, 0x89, 0x50, 0x4e, 0x47), 'PNG'],
  [(b) => starts(b, 0xff, 0xd8, 0xff), 'JPEG'],
  [(b) => latin(b).startsWith('GIF8'), 'GIF'],
  [(b) => starts(b, 0x1f, 0x8b), 'gzip'],
  [(b) => latin(b).startsWith('Rar!'), 'RAR'],
  [(b) => starts(b, 0x37, 0x7a, 0xbc, 0xaf), '7z'],
  [(b) => /^\s*(?:<!doctype html|<html|<table|<\?xml)/i.test(withoutBom(latin(b))), 'HTML / XML'],
  [(b) => /^\s*(?:\{\s*"|\[\s*[{[])/.test(withoutBom(latin(b))), 'JSON'],
];

/** What a file is by its first bytes: a zip that may be a workbook, cards, text that may be a CSV; or why it is neither. */
export function kindOf(head: Uint8Array): 'zip' | 'text' | 'cards' | Refusal {
  if (head.length === 0) return refuse('file.empty');
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(head, 0x50, 0x4b, 0x05, 0x06)) return refuse('file.empty');
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0))
    return isEncrypted(head) ? refuse('file.encrypted') : refuse('file.oldExcel');
  if (isCards(head)) return 'cards';
  const known = foreign.find(([is]) => is(head));
  return known ? refuse('file.notTable', { looksLike: known[1] }) : 'text';
}

/** A workbook under a password is an OLE file with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  const sought = Array.from(name, (char) => [char.charCodeAt(0), 0]).flat();
  for (let at = 0; at + sought.length <= bytes.length; at++) {
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** BEGIN:VCARD, in any encoding. */
function isCards(bytes: Uint8Array): boolean {
  return /^\s*BEGIN[ \t]*:[ \t]*VCARD/i.test(
    latin(bytes)
      .replaceAll('\0', '')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, ''),
  );
}

function withoutBom(text: string): string {
  return text.replace(/^\xef\xbb\xbf/, '');
}
