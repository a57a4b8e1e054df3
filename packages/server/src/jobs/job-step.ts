import type { JobOutcome, JobsTable } from "../database/schema.ts";
import { FAILURES_MAX, LEASE_MS, RETRY_DELAY_BASE_MS, RETRY_DELAY_MAX_MS, UNKNOWN_TRIES_MAX } from "./job-bounds.ts";

/**
 * The life of a job. At least once: a job whose worker died is run again, at most `UNKNOWN_TRIES_MAX` times in all.
 *
 * | state    | enters when                                       | leaves when                                             |
 * |----------|---------------------------------------------------|---------------------------------------------------------|
 * | waiting  | enqueued; a try failed; released unrun            | due: a worker claims it                                 |
 * | claimed  | a worker wrote its lease, all under the shop lock | that worker settles it; the lease ends: claimable again, |
 * |          |                                                   | counted as a try of unknown effect                      |
 * | finished | sent; no longer wanted; tried too often           | pruned after `FINISHED_KEPT_MS`                         |
 */
export type JobResult =
  | { readonly kind: "sent" }
  | { readonly kind: "dropped" }
  /** Certainly without effect. `isPermanent`: it will never work. */
  | { readonly kind: "failed"; readonly problem: string; readonly isPermanent: boolean }
  /** The effect may have happened. */
  | { readonly kind: "unknown"; readonly problem: string }
  /** Never started: the worker stops. */
  | { readonly kind: "released" };

export type JobCounts = Pick<JobsTable, "failure_count" | "unknown_count">;

/** The columns that a step changes. */
export type JobChange = Partial<JobsTable>;

/** What claiming a due job makes of it; a job that was claimed before and never settled counts that try as unknown. */
export function claimChange(
  job: JobCounts & Pick<JobsTable, "lease_token">,
  { nowMs, leaseToken }: { readonly nowMs: number; readonly leaseToken: string },
): JobChange {
  const unknownCount = job.unknown_count + (job.lease_token === null ? 0 : 1);
  const counted = { unknown_count: unknownCount };
  if (unknownCount >= UNKNOWN_TRIES_MAX) return { ...counted, ...finished("given_up", nowMs) };
  return { ...counted, lease_token: leaseToken, due_at_ms: nowMs + LEASE_MS };
}

/** What a try's result makes of a claimed job. `chance` in [0, 1) spreads the retries. */
export function settleChange(
  job: JobCounts,
  result: JobResult,
  { nowMs, chance }: { readonly nowMs: number; readonly chance: number },
): JobChange {
  if (result.kind === "sent" || result.kind === "dropped") return finished(result.kind, nowMs);
  if (result.kind === "released") return { lease_token: null, due_at_ms: nowMs };
  const failures = job.failure_count + (result.kind === "failed" ? 1 : 0);
  const unknowns = job.unknown_count + (result.kind === "unknown" ? 1 : 0);
  const counted = { failure_count: failures, unknown_count: unknowns, last_problem: result.problem };
  const isPermanent = result.kind === "failed" && result.isPermanent;
  if (isPermanent || failures >= FAILURES_MAX || unknowns >= UNKNOWN_TRIES_MAX) {
    return { ...counted, ...finished("given_up", nowMs) };
  }
  return { ...counted, lease_token: null, due_at_ms: nowMs + retryDelayMs(failures + unknowns, chance) };
}

/** Doubles with each try up to a bound, less up to a fifth by chance. */
export function retryDelayMs(tries: number, chance: number): number {
  const delayMs = Math.min(RETRY_DELAY_MAX_MS, RETRY_DELAY_BASE_MS * 2 ** (tries - 1));
  return Math.round(delayMs * (1 - chance / 5));
}

/** A finished job keeps its key and nothing of what it was about. */
function finished(outcome: JobOutcome, nowMs: number): JobChange {
  return { outcome, finished_at_ms: nowMs, lease_token: null, payload: "{}" };
}
