const [least, most] = [1 / 8, 8];

/** Where a ratio stands between an eighth and eight times, in per cent of the width; 1 is in the middle. */
export function onLogScale(ratio: number): number {
  const within = Math.min(most, Math.max(least, ratio));
  return (100 * Math.log(within / least)) / Math.log(most / least);
}
