import { createRequire } from 'node:module';
import type * as pinyinPro from 'pinyin-pro';

// Loaded with the first Chinese name: its dictionaries take memory, and who only reads lists needs none of them. By
// `require`, because names are indexed where nothing can be waited for.
let dictionary: typeof pinyinPro | undefined;
const load = createRequire(import.meta.url);

/**
 * The pinyin initials a character can be read with: 华 → h, 行 → x and h (xíng, háng); a character that is not Chinese is
 * itself.
 */
export function readingsOf(char: string): readonly string[] {
  if (!isChinese(char)) return [char];
  let readings = known.get(char);
  if (!readings) {
    dictionary ??= load('pinyin-pro') as typeof pinyinPro;
    const read = dictionary.pinyin(char, { pattern: 'first', toneType: 'none', type: 'array', multiple: true });
    readings = [...new Set(read)];
    known.set(char, readings);
  }
  return readings;
}

// A few thousand characters make up all names.
const known = new Map<string, readonly string[]>();

export function isChinese(char: string): boolean {
  return char >= '\u3400' && /\p{Script=Han}/u.test(char);
}
