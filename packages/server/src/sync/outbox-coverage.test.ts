import { expect, test } from "vitest";
import { addNumbers, missingFrom, type OutboxCoverage } from "./outbox-coverage.ts";

const coverage: OutboxCoverage = { contiguousSeq: 5, extra: [[8, 9]], lookedUpTo: Number.MAX_SAFE_INTEGER };

test("what the device holds acknowledgements for and the server does not know is missing", () => {
  expect(missingFrom(coverage, [[1, 12]])).toEqual([
    [6, 7],
    [10, 12],
  ]);
});

test("nothing is missing where the server knows as much or more", () => {
  expect(missingFrom(coverage, [])).toEqual([]);
  expect(
    missingFrom(coverage, [
      [2, 4],
      [9, 9],
    ]),
  ).toEqual([]);
});

test("beyond what was looked at nothing is called missing", () => {
  expect(missingFrom({ ...coverage, lookedUpTo: 10 }, [[1, 12]])).toEqual([
    [6, 7],
    [10, 10],
  ]);
});

test("a number that closes the hole moves the contiguous mark over what lies beyond", () => {
  expect(addNumbers(coverage, [7])).toMatchObject({ contiguousSeq: 5, extra: [[7, 9]] });
  expect(addNumbers(coverage, [7, 6, 6])).toMatchObject({ contiguousSeq: 9, extra: [] });
});

test("numbers answered before change nothing", () => {
  expect(addNumbers(coverage, [1, 5, 8])).toEqual(coverage);
});
