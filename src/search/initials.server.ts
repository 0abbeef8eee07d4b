import { pinyin } from 'pinyin-pro';

/** Whether some run of a text has these letters as its pinyin initials: hwjs in 深圳华为技术. Any reading of 行 will do. */
export function readAs(text: string, letters: string): boolean {
  const read = Array.from(text.replaceAll(' ', ''), initialsOf);
  return read.some((_, from) => Array.from(letters).every((letter, at) => read[from + at]?.includes(letter)));
}

// A few thousand characters make up all names.
const known = new Map<string, string>();

function initialsOf(char: string): string {
  let initials = known.get(char);
  if (initials === undefined) {
    const chinese = char >= '\u3400' && /\p{Script=Han}/u.test(char);
    const read = chinese ? pinyin(char, { pattern: 'first', toneType: 'none', type: 'array', multiple: true }) : [char];
    initials = read.join('');
    known.set(char, initials);
  }
  return initials;
}
