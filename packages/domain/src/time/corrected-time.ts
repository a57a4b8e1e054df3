import { isInstantInBounds } from "./instant.ts";

export type ObservedSaleTime = {
  /** When the device says it made the sale, by its own clock. */
  readonly clientTimestampMs: number | undefined;
  /** Server time minus device time, as the device measured it. */
  readonly offsetMs: number | undefined;
  readonly receivedAtMs: number;
};

/** A clock further off than this is worth telling the owner. */
const CLOCK_SKEW_MAX_MS = 5 * 60_000;

/**
 * When the sale most likely happened: the device's time with its offset, but never later than the server received it.
 * A time that no calendar holds is no time: then it is when it was received.
 */
export function correctedSaleTimeMs(observed: ObservedSaleTime): number {
  const deviceMs = onServerClock(observed);
  if (deviceMs === undefined || !isInstantInBounds(deviceMs)) return observed.receivedAtMs;
  return Math.min(deviceMs, observed.receivedAtMs);
}

/**
 * Whether the device's clock was visibly wrong. Without a measured offset only a time in the future shows it:
 * an old time is what every sale made offline has.
 */
export function isClockSkewed(observed: ObservedSaleTime): boolean {
  const { offsetMs, receivedAtMs } = observed;
  if (offsetMs !== undefined && Math.abs(offsetMs) > CLOCK_SKEW_MAX_MS) return true;
  const deviceMs = onServerClock(observed);
  if (deviceMs === undefined) return false;
  return !isInstantInBounds(deviceMs) || deviceMs - receivedAtMs > CLOCK_SKEW_MAX_MS;
}

function onServerClock({ clientTimestampMs, offsetMs }: ObservedSaleTime): number | undefined {
  return clientTimestampMs === undefined ? undefined : clientTimestampMs + (offsetMs ?? 0);
}
