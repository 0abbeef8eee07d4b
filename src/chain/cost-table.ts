import { type Sway, type Voter, helpBy, hinderBy } from '#chain/move-cost.ts';

export type Sides = { readonly supporters: ReadonlySet<string>; readonly opponents: ReadonlySet<string> };
type CostTable = {
  /** effort to win the i-th voter once the voters of this set of bits are won */
  readonly of: (i: number, won: number) => number;
  /** the least that it can be, whoever is won */
  readonly least: (i: number) => number;
};

/** `costToWin` (move-cost.ts) over sets of up to 30 voters as bits, to be asked millions of times. */
export function costTable(open: readonly Voter[], sides: Sides): CostTable {
  const bits = new Map(open.map(({ id }, i) => [id, 1 << i]));
  const masks = () => Array.from({ length: 4 }, () => new Int32Array(open.length));
  // By strength 1–3 of the influence: who helps once won, who hinders until won, who hinders once won.
  const [help, against, resisted] = [masks(), masks(), masks()];
  const helped = new Int8Array(open.length);
  const hindered = new Int8Array(open.length);
  const factors = new Float64Array(16 * open.length);
  for (const [i, { effort, follows, resists }] of open.entries()) {
    const fixed = (sways: readonly Sway[], side: ReadonlySet<string>) =>
      Math.max(0, ...sways.map(({ by, strength }) => (!bits.has(by) && side.has(by) ? strength : 0)));
    helped[i] = fixed(follows, sides.supporters);
    hindered[i] = Math.max(fixed(follows, sides.opponents), fixed(resists, sides.supporters));
    for (const { by, strength } of follows) {
      help[strength]![i]! |= bits.get(by) ?? 0;
      if (sides.opponents.has(by)) against[strength]![i]! |= bits.get(by) ?? 0;
    }
    for (const { by, strength } of resists) resisted[strength]![i]! |= bits.get(by) ?? 0;
    for (const [plus, less] of helpBy.entries())
      for (const [minus, more] of hinderBy.entries()) factors[16 * i + 4 * plus + minus] = effort * less * more;
  }
  const [, help1, help2, help3] = help as [Int32Array, Int32Array, Int32Array, Int32Array];
  const [, against1, against2, against3] = against as [Int32Array, Int32Array, Int32Array, Int32Array];
  const [, resisted1, resisted2, resisted3] = resisted as [Int32Array, Int32Array, Int32Array, Int32Array];
  const of = (i: number, won: number): number => {
    const plus = won & help3[i]! ? 3 : won & help2[i]! ? 2 : won & help1[i]! ? 1 : 0;
    const minus =
      (~won & against3[i]!) | (won & resisted3[i]!)
        ? 3
        : (~won & against2[i]!) | (won & resisted2[i]!)
          ? 2
          : (~won & against1[i]!) | (won & resisted1[i]!)
            ? 1
            : 0;
    return factors[16 * i + 4 * Math.max(plus, helped[i]!) + Math.max(minus, hindered[i]!)]!;
  };
  const least = (i: number): number => {
    const plus = [3, 2, 1].find((strength) => help[strength]![i]! !== 0) ?? 0;
    return factors[16 * i + 4 * Math.max(plus, helped[i]!) + hindered[i]!]!;
  };
  return { of, least };
}
