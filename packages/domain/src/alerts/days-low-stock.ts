const DAY_MS = 86_400_000;

/** Whole days since an alert opened; a closed one stopped counting when it closed. */
export function daysLowStock(triggeredAtMs: number, untilMs: number): number {
  return Math.max(0, Math.floor((untilMs - triggeredAtMs) / DAY_MS));
}
