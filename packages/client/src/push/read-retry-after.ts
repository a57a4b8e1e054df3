const WHOLE_SECONDS = /^\d{1,9}$/;

/** `Retry-After` in milliseconds, from seconds or from an HTTP date; undefined when absent or unreadable. */
export function readRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim();
  if (text === undefined || text === "") return undefined;
  if (WHOLE_SECONDS.test(text)) return Number(text) * 1_000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
