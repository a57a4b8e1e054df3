import type { SequenceRange } from "@duka/protocol";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clipRanges, mergeRanges, rangesOfNumbers, subtractRanges } from "./sequence-ranges.ts";

const HIGHEST = 40;
const number = fc.integer({ min: 1, max: HIGHEST });
const ranges = fc.array(fc.tuple(number, number), { maxLength: 8 });

/** The oracle: the same sets, number by number. */
function numbersIn(list: readonly SequenceRange[]): number[] {
  const all = Array.from({ length: HIGHEST }, (_, index) => index + 1);
  return all.filter((candidate) => list.some(([from, to]) => from <= candidate && candidate <= to));
}

test("joining ranges keeps their numbers and leaves a hole between any two", () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const merged = mergeRanges(list);
      expect(numbersIn(merged)).toEqual(numbersIn(list));
      for (const [index, [from]] of merged.entries()) {
        expect(from).toBeGreaterThan((merged[index - 1]?.[1] ?? -1) + 1);
      }
    }),
  );
});

test("subtracting leaves exactly the numbers that only the first has", () => {
  fc.assert(
    fc.property(ranges, ranges, (whole, known) => {
      const knownNumbers = new Set(numbersIn(known));
      const rest = subtractRanges(whole, known);
      expect(numbersIn(rest)).toEqual(numbersIn(whole).filter((candidate) => !knownNumbers.has(candidate)));
      expect(rest).toEqual(mergeRanges(rest));
    }),
  );
});

test("clipping drops what is above the last number", () => {
  fc.assert(
    fc.property(ranges, number, (list, last) => {
      expect(numbersIn(clipRanges(list, last))).toEqual(numbersIn(list).filter((candidate) => candidate <= last));
    }),
  );
});

test("numbers become the fewest runs", () => {
  expect(rangesOfNumbers([7, 1, 2, 2, 3, 9])).toEqual([
    [1, 3],
    [7, 7],
    [9, 9],
  ]);
});

test("the inputs are left as they were", () => {
  const list: SequenceRange[] = [
    [1, 2],
    [2, 9],
  ];
  mergeRanges(list);
  expect(list).toEqual([
    [1, 2],
    [2, 9],
  ]);
});
