const Z = 1.959964;

/** Wilson's 95 % interval of a share: what `won` of `n` may stand for. Shares from 0 to 1; null of nothing. */
export function wilson(won: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null;
  const share = won / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const middle = share + Z ** 2 / (2 * n);
  const whole = 1 + Z ** 2 / n;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}
