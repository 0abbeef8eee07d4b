/** The first thing wrong with an address, as a key of the words: nothing written, or not an address. */
export function emailFault(text: string): 'emailNeeded' | 'emailShape' | undefined {
  const email = text.trim();
  if (email === '') return 'emailNeeded';
  return /^[^\s@]+@[^\s@]+$/.test(email) ? undefined : 'emailShape';
}

export function totpFault(text: string): 'totpShape' | undefined {
  return /^\d{6}$/.test(text.replaceAll(/\s/g, '')) ? undefined : 'totpShape';
}
