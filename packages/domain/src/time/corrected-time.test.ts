import { describe, expect, it } from "vitest";
import { correctedSaleTimeMs, isClockSkewed } from "./corrected-time.ts";

const RECEIVED = Date.parse("2026-01-31T12:00:00Z");
const HOUR = 3_600_000;
const MINUTE = 60_000;

describe("correctedSaleTimeMs", () => {
  it("adds the measured offset to the device's time", () => {
    const observed = { clientTimestampMs: RECEIVED - 3 * HOUR, offsetMs: HOUR, receivedAtMs: RECEIVED };
    expect(correctedSaleTimeMs(observed)).toBe(RECEIVED - 2 * HOUR);
  });

  it("is never later than the server received it", () => {
    const ahead = { clientTimestampMs: RECEIVED + 9 * HOUR, offsetMs: undefined, receivedAtMs: RECEIVED };
    expect(correctedSaleTimeMs(ahead)).toBe(RECEIVED);
  });

  it("is the time received when the device told none", () => {
    expect(correctedSaleTimeMs({ clientTimestampMs: undefined, offsetMs: HOUR, receivedAtMs: RECEIVED })).toBe(
      RECEIVED,
    );
  });
});

it.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -(10 ** 14)])(
  "a clock at %i is wrong, and is not used",
  (clientTimestampMs) => {
    const observed = { clientTimestampMs, offsetMs: undefined, receivedAtMs: RECEIVED };
    expect(correctedSaleTimeMs(observed)).toBe(RECEIVED);
    expect(isClockSkewed(observed)).toBe(true);
  },
);

describe("isClockSkewed", () => {
  it.each([
    ["an hour offline, no offset known", -HOUR, undefined, false],
    ["five minutes ahead", 5 * MINUTE, undefined, false],
    ["more than five minutes ahead", 5 * MINUTE + 1, undefined, true],
    ["an offset of five minutes", -HOUR, 5 * MINUTE, false],
    ["an offset of more than five minutes", -HOUR, -5 * MINUTE - 1, true],
    ["ahead, and its offset says so", HOUR, -HOUR, true],
  ])("%s", (_, clientOffset, offsetMs, expected) => {
    expect(isClockSkewed({ clientTimestampMs: RECEIVED + clientOffset, offsetMs, receivedAtMs: RECEIVED })).toBe(
      expected,
    );
  });
});
