import { createHash } from "node:crypto";

/** Draws that depend on the seed and on what they are for, not on who draws first. */
export type SeededRandom = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
};

/** mulberry32 started from a hash of the seed and the names. */
export function seededRandom(seed: number, ...names: readonly (string | number)[]): SeededRandom {
  let state = createHash("sha256")
    .update([seed, ...names].join("/"))
    .digest()
    .readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
  };
}
