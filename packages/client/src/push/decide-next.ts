import type { OutboxRecord } from "../outbox/outbox-record.ts";
import type { Hold } from "../sync-state.ts";
import { BACKOFF_BASE_MS, boundedRetryAfterMs, nextBackoffMs } from "./next-backoff.ts";
import { INITIAL_PACE, isRefusingAll, type Pace, paceAfterAnswer, paceAfterFailure } from "./pace.ts";
import type { PushExchange } from "./send-push.ts";

export const BUSY_RETRY_MS = 5_000;
export const HOLD_PROBE_MS = 15 * 60_000;
export const HEARTBEAT_MS = 15 * 60_000;

/** What a drain remembers from one cycle to the next. */
export interface DrainMemory {
  readonly pace: Pace;
  /** Failures in a row; the wait grows with them. */
  readonly failures: number;
  /** Send the next push also when it is empty: to report, and to hear what the server lacks. */
  readonly wantsReport: boolean;
  readonly held?: Hold;
  readonly lastProblem?: string;
  readonly lastSuccessAtMs?: number;
}

export const INITIAL_MEMORY: DrainMemory = { pace: INITIAL_PACE, failures: 0, wantsReport: true };

/** What a cycle came to. `busy`: another tab drains. */
export type CycleReport =
  | { readonly kind: "busy" }
  | { readonly kind: "storage_failed"; readonly detail: string }
  | { readonly kind: "nothing_due"; readonly nextDueMs: number | undefined }
  | {
      readonly kind: "exchanged";
      readonly sent: readonly OutboxRecord[];
      readonly unsentCount: number;
      readonly exchange: PushExchange;
    };

export interface Circumstances {
  readonly nowMs: number;
  readonly isVisible: boolean;
  /** Uniform in [0, 1). */
  readonly chance: number;
}

/** When the next cycle is due, and the wait that nobody may shorten. */
export interface Decision {
  readonly memory: DrainMemory;
  readonly waitMs: number;
  readonly floorMs: number;
}

/** Decides, after a cycle, what is remembered and when the next one runs. */
export function decideNext(memory: DrainMemory, report: CycleReport, now: Circumstances): Decision {
  switch (report.kind) {
    case "busy":
      return { memory, waitMs: BUSY_RETRY_MS, floorMs: 0 };
    case "storage_failed":
      return backOff(memory, { detail: report.detail, retryAfterMs: undefined }, now);
    case "nothing_due":
      return restUntil(memory, report.nextDueMs, now);
    case "exchanged":
      return afterExchange(memory, report, now);
    default:
      return report satisfies never;
  }
}

function afterExchange(
  memory: DrainMemory,
  report: Extract<CycleReport, { kind: "exchanged" }>,
  now: Circumstances,
): Decision {
  const { outcome } = report.exchange;
  switch (outcome.kind) {
    case "answered":
      return afterAnswer(memory, report, now);
    case "held":
      return hold(memory, outcome.hold);
    case "wait":
      return backOff(memory, outcome, now);
    case "too_large":
    case "refused":
    case "unknown":
      return afterFailure(memory, report, { detail: outcome.detail, isRefusal: outcome.kind !== "unknown" }, now);
    default:
      return outcome satisfies never;
  }
}

function afterAnswer(
  memory: DrainMemory,
  { sent, exchange }: Extract<CycleReport, { kind: "exchanged" }>,
  now: Circumstances,
): Decision {
  const { held: _lifted, lastProblem: _solved, ...rest } = memory;
  const pace = paceAfterAnswer(memory.pace, { items: sent.length, roundTripMs: exchange.roundTripMs });
  const answered = { ...rest, pace, wantsReport: false, lastSuccessAtMs: now.nowMs };
  const results = exchange.outcome.kind === "answered" ? exchange.outcome.response.results : [];
  const isAllRetry = results.length > 0 && results.every((result) => result.status === "retry");
  if (isAllRetry) return backOff(answered, { detail: "The server asks to send again.", retryAfterMs: undefined }, now);
  return { memory: { ...answered, failures: 0 }, waitMs: 0, floorMs: 0 };
}

function afterFailure(
  memory: DrainMemory,
  { sent, unsentCount }: Extract<CycleReport, { kind: "exchanged" }>,
  { detail, isRefusal }: { detail: string; isRefusal: boolean },
  now: Circumstances,
): Decision {
  const isKnownToFail = sent.length === 1 && sent[0]?.sendAlone === true;
  // It has a wait of its own and nothing else was due; the wait of the others does not grow with it.
  if (isKnownToFail) return { memory: { ...memory, lastProblem: detail }, waitMs: BACKOFF_BASE_MS, floorMs: 0 };
  const pace = paceAfterFailure(
    memory.pace,
    sent.map((record) => record.deviceSeq),
    isRefusal,
  );
  const tried = { ...memory, pace };
  const isHopeless = isRefusal && (sent.length === 0 || isRefusingAll(pace, unsentCount));
  if (isHopeless) return hold(tried, { reason: "refused", detail });
  return backOff(tried, { detail, retryAfterMs: undefined }, now);
}

function backOff(
  memory: DrainMemory,
  { detail, retryAfterMs }: { detail: string; retryAfterMs: number | undefined },
  { isVisible, chance }: Circumstances,
): Decision {
  const failures = memory.failures + 1;
  return {
    memory: { ...memory, failures, lastProblem: detail },
    waitMs: nextBackoffMs({ failures, isVisible, retryAfterMs, chance }),
    floorMs: Math.max(BACKOFF_BASE_MS, boundedRetryAfterMs(retryAfterMs)),
  };
}

function hold(memory: DrainMemory, held: Hold): Decision {
  // The probe is an empty push when need be: else a hold on an empty queue would never be lifted.
  const probing = { ...memory, held, lastProblem: held.detail, wantsReport: true };
  return { memory: probing, waitMs: HOLD_PROBE_MS, floorMs: 0 };
}

function restUntil(memory: DrainMemory, nextDueMs: number | undefined, { nowMs }: Circumstances): Decision {
  const untilDueMs = nextDueMs === undefined ? HEARTBEAT_MS : Math.max(0, nextDueMs - nowMs);
  const isHeartbeatNext = untilDueMs >= HEARTBEAT_MS;
  return {
    memory: isHeartbeatNext ? { ...memory, wantsReport: true } : memory,
    waitMs: Math.min(untilDueMs, HEARTBEAT_MS),
    floorMs: 0,
  };
}
