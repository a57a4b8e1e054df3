export type ObservedSaleTime = {
  /** When the device says it made the sale, by its own clock. */
  readonly clientTimestampMs: number | undefined;
  /** Server time minus device time, as the device measured it. */
  readonly offsetMs: number | undefined;
  readonly receivedAtMs: number;
};

/** A clock further off than this is worth telling the owner. */
export const CLOCK_SKEW_MAX_MS = 5 * 60_000;

/** When the sale most likely happened: the device's time with its offset, but never later than the server received it. */
export function correctedSaleTimeMs({ clientTimestampMs, offsetMs, receivedAtMs }: ObservedSaleTime): number {
  if (clientTimestampMs === undefined) return receivedAtMs;
  return Math.min(clientTimestampMs + (offsetMs ?? 0), receivedAtMs);
}

/**
 * Whether the device's clock was visibly wrong. Without a measured offset only a time in the future shows it:
 * an old time is what every sale made offline has.
 */
export function isClockSkewed({ clientTimestampMs, offsetMs, receivedAtMs }: ObservedSaleTime): boolean {
  if (offsetMs !== undefined && Math.abs(offsetMs) > CLOCK_SKEW_MAX_MS) return true;
  if (clientTimestampMs === undefined) return false;
  return clientTimestampMs + (offsetMs ?? 0) - receivedAtMs > CLOCK_SKEW_MAX_MS;
}
