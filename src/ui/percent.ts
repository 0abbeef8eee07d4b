/** A share as people read it: 0.596 → '60%'. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Whole per cent that a share has reached: down, so that 0.596 is not shown as having reached 60. */
export function percentReached(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}
