export const BACKOFF_BASE_MS = 1_000;
export const BACKOFF_VISIBLE_MAX_MS = 60_000;
export const BACKOFF_HIDDEN_MAX_MS = 15 * 60_000;
/** A server that asks for more than this is not believed: sales would wait on a typing error. */
export const RETRY_AFTER_MAX_MS = 60 * 60_000;

// 2^30 seconds is far beyond every cap; a larger exponent would only overflow.
const DOUBLINGS_MAX = 30;

export interface BackoffInput {
  /** Failures in a row, this one included. */
  readonly failures: number;
  readonly isVisible: boolean;
  readonly retryAfterMs: number | undefined;
  /** Uniform in [0, 1). */
  readonly chance: number;
}

/** Milliseconds to wait: full jitter under a doubling ceiling, above what the server asked for. */
export function nextBackoffMs({ failures, isVisible, retryAfterMs, chance }: BackoffInput): number {
  const cap = isVisible ? BACKOFF_VISIBLE_MAX_MS : BACKOFF_HIDDEN_MAX_MS;
  const ceiling = Math.min(cap, BACKOFF_BASE_MS * 2 ** Math.min(Math.max(failures - 1, 0), DOUBLINGS_MAX));
  return boundedRetryAfterMs(retryAfterMs) + Math.floor(chance * ceiling);
}

/** What the server asked for, within reason. */
export function boundedRetryAfterMs(retryAfterMs: number | undefined): number {
  return Math.min(Math.max(retryAfterMs ?? 0, 0), RETRY_AFTER_MAX_MS);
}
