/** The first letters of a name: of a Chinese one the last characters. */
export function initialsOf(name: string, most = 2): string {
  // A note in brackets is no part of the name: 采购部部长（空缺）.
  const text = name.replaceAll(/[（(][^）)]*[）)]/g, ' ').trim() || name.replaceAll(/[（()）]/g, '').trim();
  if (/\p{Script=Han}/u.test(text)) return Array.from(text.replaceAll(/\s/g, '')).slice(-most).join('');
  const words = text.split(/\s+/);
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}` : text;
  return letters.slice(0, most).toUpperCase();
}
