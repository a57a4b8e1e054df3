import { expect, test } from "vitest";
import { type ClockSample, clockSample, readClock, withSample } from "./clock-offset.ts";

const HOUR_MS = 3_600_000;
const at = (ms: number, wallAheadMs = 0) => ({ wallMs: 1_000_000 + ms + wallAheadMs, monotonicMs: ms });
/** The server is two hours ahead; the exchange takes `roundTripMs`, all of it on the way back. */
const sampleAt = (ms: number, roundTripMs: number): ClockSample =>
  clockSample(at(ms), at(ms + roundTripMs), 1_000_000 + ms + 2 * HOUR_MS);

test("a device that never met a server says so", () => {
  expect(readClock([], at(5))).toEqual({ device_time_ms: 1_000_005, offset_ms: null, error_ms: null });
});

test("an offset is right within half its round trip", () => {
  const { offset_ms: offsetMs, error_ms: errorMs } = readClock([sampleAt(0, 400)], at(400));
  expect(errorMs).toBe(200);
  expect(Math.abs((offsetMs ?? 0) - 2 * HOUR_MS)).toBeLessThanOrEqual(200);
});

test("the best of the last eight counts: the one with the shortest round trip", () => {
  const quick = [sampleAt(0, 20), ...[1, 2, 3, 4, 5, 6, 7].map((n) => sampleAt(n * 1_000, 900))];
  expect(readClock(quick, at(9_000)).error_ms).toBe(10);
  expect(readClock(withSample(quick, sampleAt(8_000, 900)), at(9_000)).error_ms).toBe(450);
});

test("a clock that was set since makes old offsets less sure, and a new one wins", () => {
  const before = sampleAt(0, 20);
  expect(readClock([before], at(10_000, HOUR_MS)).error_ms).toBe(10 + HOUR_MS);
  const after = clockSample(at(11_000, HOUR_MS), at(11_400, HOUR_MS), 1_011_200 + 2 * HOUR_MS);
  const reading = readClock([before, after], at(12_000, HOUR_MS));
  expect(reading).toMatchObject({ offset_ms: HOUR_MS, error_ms: 200 });
});
