import { fold } from '#shared/text.ts';

/** Whether every typed word is in what names the command, in either language or its keywords. */
export function matches(text: string, names: readonly (string | undefined)[]): boolean {
  const hay = fold(names.filter(Boolean).join(' '));
  return fold(text)
    .split(' ')
    .every((word) => hay.includes(word));
}
