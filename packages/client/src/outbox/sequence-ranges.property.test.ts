import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addToRanges,
  contiguousThrough,
  rangesInclude,
  removeFromRanges,
  type SequenceRanges,
} from "./sequence-ranges.ts";

const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 24 })), { maxLength: 80 });

function play(actions: readonly (readonly [boolean, number])[]): { ranges: SequenceRanges; set: Set<number> } {
  const set = new Set<number>();
  let ranges: SequenceRanges = [];
  for (const [isAdded, number] of actions) {
    if (isAdded) set.add(number);
    else set.delete(number);
    ranges = isAdded ? addToRanges(ranges, number) : removeFromRanges(ranges, number);
  }
  return { ranges, set };
}

test("ranges hold exactly the numbers that were added and not removed", () => {
  fc.assert(
    fc.property(steps, (actions) => {
      const { ranges, set } = play(actions);
      const held = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
      expect(held).toEqual([...set].toSorted((a, b) => a - b));
      for (let number = 0; number < 26; number += 1) expect(rangesInclude(ranges, number)).toBe(set.has(number));
    }),
  );
});

test("ranges never touch, so that a device without holes sends a single one", () => {
  fc.assert(
    fc.property(steps, (actions) => {
      const { ranges } = play(actions);
      ranges.forEach(([from], at) => expect(from).toBeGreaterThan((ranges[at - 1]?.[1] ?? -1) + 1));
    }),
  );
});

test("everything up to the first hole is complete", () => {
  expect(contiguousThrough([])).toBe(0);
  expect(contiguousThrough([[2, 9]])).toBe(0);
  expect(
    contiguousThrough([
      [1, 57],
      [59, 60],
    ]),
  ).toBe(57);
});
