import { expect, test } from "vitest";
import {
  FAILURES_MAX,
  JOB_DEADLINE_MS,
  JOBS_PER_CLAIM_MAX,
  LEASE_MS,
  RETRY_DELAY_MAX_MS,
  UNKNOWN_TRIES_MAX,
} from "./job-bounds.ts";
import { claimChange, retryDelayMs, settleChange } from "./job-step.ts";

const NOW_MS = 1_000_000;
const fresh = { failure_count: 0, unknown_count: 0, lease_token: null };
const at = { nowMs: NOW_MS, chance: 0 };
const claim = { nowMs: NOW_MS, leaseToken: "mine" };

test("a lease is long enough for every job of a claim to reach its deadline", () => {
  expect(JOBS_PER_CLAIM_MAX * JOB_DEADLINE_MS).toBeLessThan(LEASE_MS);
});

test("a claim leases the job, and the first one is no try of unknown effect", () => {
  expect(claimChange(fresh, claim)).toEqual({ unknown_count: 0, lease_token: "mine", due_at_ms: NOW_MS + LEASE_MS });
});

test("a lease that ended counts, until the job is given up rather than sent once more", () => {
  const abandoned = { ...fresh, lease_token: "of a dead worker" };
  expect(claimChange(abandoned, claim)).toMatchObject({ unknown_count: 1, lease_token: "mine" });
  expect(claimChange({ ...abandoned, unknown_count: UNKNOWN_TRIES_MAX - 1 }, claim)).toMatchObject({
    outcome: "given_up",
    lease_token: null,
  });
});

test("a certain failure waits longer each time and is given up after the last", () => {
  const failed = { kind: "failed", problem: "ECONNECTION", isPermanent: false } as const;
  expect(settleChange(fresh, failed, at)).toEqual({
    failure_count: 1,
    unknown_count: 0,
    last_problem: "ECONNECTION",
    lease_token: null,
    due_at_ms: NOW_MS + 30_000,
  });
  expect(settleChange({ ...fresh, failure_count: 1 }, failed, at)).toMatchObject({ due_at_ms: NOW_MS + 60_000 });
  expect(settleChange({ ...fresh, failure_count: FAILURES_MAX - 1 }, failed, at)).toMatchObject({
    outcome: "given_up",
  });
});

test("a permanent failure is given up at once, and its content is forgotten", () => {
  const refused = { kind: "failed", problem: "550", isPermanent: true } as const;
  expect(settleChange(fresh, refused, at)).toMatchObject({ outcome: "given_up", payload: "{}" });
});

test("an unknown effect is retried a named number of times", () => {
  const unknown = { kind: "unknown", problem: "ETIMEDOUT" } as const;
  expect(settleChange(fresh, unknown, at)).toMatchObject({ unknown_count: 1, lease_token: null });
  expect(settleChange({ ...fresh, unknown_count: UNKNOWN_TRIES_MAX - 1 }, unknown, at)).toMatchObject({
    outcome: "given_up",
  });
});

test("a job that was never started is due again at once and counts nothing", () => {
  expect(settleChange(fresh, { kind: "released" }, at)).toEqual({ lease_token: null, due_at_ms: NOW_MS });
});

test("the delay is bounded, and chance takes at most a fifth off", () => {
  expect(retryDelayMs(60, 0)).toBe(RETRY_DELAY_MAX_MS);
  expect(retryDelayMs(1, 0.999_999)).toBeGreaterThanOrEqual(24_000);
});
