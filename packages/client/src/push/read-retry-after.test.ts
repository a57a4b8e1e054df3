import { expect, test } from "vitest";
import { readRetryAfterMs } from "./read-retry-after.ts";

const NOW_MS = Date.UTC(2026, 0, 31, 14, 30);

test.each<[string | undefined, number | undefined]>([
  ["0", 0],
  [" 120 ", 120_000],
  ["Sat, 31 Jan 2026 14:31:00 GMT", 60_000],
  ["Sat, 31 Jan 2026 14:29:00 GMT", 0],
  ["soon", undefined],
  ["", undefined],
  [undefined, undefined],
])("%s is %s ms", (header, expected) => {
  expect(readRetryAfterMs(header, NOW_MS)).toBe(expected);
});
