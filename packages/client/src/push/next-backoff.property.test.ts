import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BACKOFF_HIDDEN_MAX_MS, BACKOFF_VISIBLE_MAX_MS, nextBackoffMs, RETRY_AFTER_MAX_MS } from "./next-backoff.ts";

const failures = fc.integer({ min: 1, max: 10_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const drawn = (count: number, luck: number): number =>
  nextBackoffMs({ failures: count, isVisible: true, retryAfterMs: undefined, chance: luck });

test("the wait is never beyond its cap, with the app visible or hidden", () => {
  fc.assert(
    fc.property(failures, fc.boolean(), chance, (count, isVisible, luck) => {
      const waitMs = nextBackoffMs({ failures: count, isVisible, retryAfterMs: undefined, chance: luck });
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(isVisible ? BACKOFF_VISIBLE_MAX_MS : BACKOFF_HIDDEN_MAX_MS);
    }),
  );
});

test("what the server asks for is a floor, up to an hour", () => {
  fc.assert(
    fc.property(failures, chance, fc.integer({ min: 0, max: 10 ** 12 }), (count, luck, retryAfterMs) => {
      const waitMs = nextBackoffMs({ failures: count, isVisible: true, retryAfterMs, chance: luck });
      expect(waitMs).toBeGreaterThanOrEqual(Math.min(retryAfterMs, RETRY_AFTER_MAX_MS));
      expect(waitMs).toBeLessThan(RETRY_AFTER_MAX_MS + BACKOFF_VISIBLE_MAX_MS);
    }),
  );
});

test("the ceiling doubles from one second and the whole of it is drawn from", () => {
  expect([1, 2, 3, 6, 7, 50].map((count) => drawn(count, 0.999_999))).toEqual([
    999, 1_999, 3_999, 31_999, 59_999, 59_999,
  ]);
  expect([1, 7].map((count) => drawn(count, 0))).toEqual([0, 0]);
});
