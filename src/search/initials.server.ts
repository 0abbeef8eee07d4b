import { readingsOf } from '#platform/search/readings.server.ts';

/** Whether some run of a text has these letters as its pinyin initials: hwjs in 深圳华为技术. Any reading of 行 will do. */
export function readAs(text: string, letters: string): boolean {
  const read = Array.from(text.replaceAll(' ', ''), readingsOf);
  return read.some((_, from) => Array.from(letters).every((letter, at) => read[from + at]?.includes(letter)));
}
