/** Jobs that one worker takes from one shop at a time. */
export const JOBS_PER_CLAIM_MAX = 8;
/** The longest that one job may take; a claim's lease covers all its jobs, one after another. */
export const JOB_DEADLINE_MS = 30_000;
export const LEASE_MS = 300_000;

/** Tries that certainly failed, after which a job is given up: about two days of back-off. */
export const FAILURES_MAX = 16;
/** Tries of which nobody knows the effect. A message can arrive this often in all, never more. */
export const UNKNOWN_TRIES_MAX = 3;

export const RETRY_DELAY_BASE_MS = 30_000;
export const RETRY_DELAY_MAX_MS = 6 * 3_600_000;

/** A finished job is kept this long, so that the same fact does not enqueue it again. */
export const FINISHED_KEPT_MS = 30 * 86_400_000;
/** Shops served in one round of a worker. */
export const SHOPS_PER_ROUND_MAX = 50;
export const POLL_INTERVAL_MS = 5_000;
