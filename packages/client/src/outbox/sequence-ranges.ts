import type { SequenceRange } from "@duka/protocol";

/** Ascending, disjoint, never touching: [[1, 57], [60, 60]]. */
export type SequenceRanges = readonly SequenceRange[];

/** The ranges with one more number in them. */
export function addToRanges(ranges: SequenceRanges, number: number): SequenceRanges {
  const last = ranges.at(-1);
  // Numbers are mostly acknowledged in order, so the usual case is to grow the last range.
  if (last !== undefined && last[1] === number - 1) return [...ranges.slice(0, -1), [last[0], number]];
  const before = ranges.filter((range) => range[1] < number - 1);
  const after = ranges.filter((range) => range[0] > number + 1);
  const touching = ranges.slice(before.length, ranges.length - after.length);
  const from = Math.min(number, touching[0]?.[0] ?? number);
  const to = Math.max(number, touching.at(-1)?.[1] ?? number);
  return [...before, [from, to], ...after];
}

/** The ranges without one number. */
export function removeFromRanges(ranges: SequenceRanges, number: number): SequenceRanges {
  return ranges.flatMap(([from, to]): SequenceRange[] => {
    if (number < from || number > to) return [[from, to]];
    const left: SequenceRange[] = number > from ? [[from, number - 1]] : [];
    return number < to ? [...left, [number + 1, to]] : left;
  });
}

/** Whether the number lies in one of the ranges. */
export function rangesInclude(ranges: SequenceRanges, number: number): boolean {
  return ranges.some(([from, to]) => from <= number && number <= to);
}

/** The largest n for which 1…n are all in the ranges; 0 when 1 is not. */
export function contiguousThrough(ranges: SequenceRanges): number {
  const first = ranges[0];
  return first !== undefined && first[0] === 1 ? first[1] : 0;
}
