/** Remembers keys of a million rows in few bytes each: a number of 53 bits for each. */
export class SeenKeys {
  readonly #seen = new Set<number>();

  has(key: string): boolean {
    return this.#seen.has(hashOf(key));
  }

  add(key: string): void {
    this.#seen.add(hashOf(key));
  }
}

/** Two mixed 32-bit hashes (the finaliser of MurmurHash3) as one number. */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}
