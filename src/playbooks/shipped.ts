/** A version that a company has, as far as the question goes what to do with what is shipped. */
export type KeptVersion = { readonly version: number; readonly own: boolean; readonly shippedVersion: number | null };

/**
 * What becomes of a shipped version. It arrives by itself where nobody has written a version of her own; a company that
 * has keeps what it wrote, and is offered the shipped one.
 */
export function fateOf(shipped: number, kept: readonly KeptVersion[]): 'arrives' | 'offered' | 'known' {
  if (kept.some(({ shippedVersion }) => (shippedVersion ?? 0) >= shipped)) return 'known';
  return kept.some(({ own }) => own) ? 'offered' : 'arrives';
}
