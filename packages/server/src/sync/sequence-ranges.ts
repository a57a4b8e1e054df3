import type { SequenceRange } from "@duka/protocol";

/**
 * Runs of device numbers, both ends included. The functions below return ranges in order, apart from
 * one another by at least one number, so that equal sets give equal lists.
 */
export type SequenceRanges = readonly SequenceRange[];

/** The runs in a list of whole numbers, in any order, repeated or not. */
export function rangesOfNumbers(numbers: readonly number[]): SequenceRange[] {
  return mergeRanges(numbers.map((number) => [number, number]));
}

/** Overlapping and touching ranges joined; a range that ends before it starts holds nothing. */
export function mergeRanges(ranges: SequenceRanges): SequenceRange[] {
  const ordered = ranges.filter(([from, to]) => from <= to).toSorted((left, right) => left[0] - right[0]);
  const merged: SequenceRange[] = [];
  for (const [from, to] of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What is in `whole` and not in `known`. */
export function subtractRanges(whole: SequenceRanges, known: SequenceRanges): SequenceRange[] {
  const holes = mergeRanges(known);
  return mergeRanges(whole).flatMap((range) => cutHoles(range, holes));
}

function cutHoles([from, to]: SequenceRange, holes: SequenceRanges): SequenceRange[] {
  const rest: SequenceRange[] = [];
  let next = from;
  for (const [holeFrom, holeTo] of holes) {
    if (holeTo < next) continue;
    if (holeFrom > to) break;
    if (holeFrom > next) rest.push([next, holeFrom - 1]);
    next = holeTo + 1;
  }
  if (next <= to) rest.push([next, to]);
  return rest;
}

/** The part of the ranges that is not above `last`. */
export function clipRanges(ranges: SequenceRanges, last: number): SequenceRange[] {
  return mergeRanges(ranges.map(([from, to]) => [from, Math.min(to, last)]));
}
