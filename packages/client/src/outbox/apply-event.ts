import type { PushResult } from "@duka/protocol";
import type { Lease, OutboxRecord } from "./outbox-record.ts";
import { nextState } from "./record-state.ts";

/** A lease that ends later than this from now was written under another clock; it does not count. */
export const LEASE_MAX_MS = 120_000;

export type RecordEvent =
  | { readonly type: "lease"; readonly lease: Lease; readonly nowMs: number; readonly takesOver: boolean }
  | { readonly type: "ack"; readonly result: PushResult }
  | { readonly type: "quarantine"; readonly result: PushResult }
  | {
      readonly type: "release";
      readonly owner: string;
      readonly countsAttempt: boolean;
      readonly nextAttemptAtMs: number;
      readonly result?: PushResult;
    }
  | { readonly type: "isolate"; readonly nextAttemptAtMs: number }
  | { readonly type: "reoffer" }
  | { readonly type: "prune" };

/** The record after the event, `"pruned"` when it goes, undefined when the event means nothing to it. */
export function applyEvent(record: OutboxRecord, event: RecordEvent): OutboxRecord | "pruned" | undefined {
  const step = nextState(record.state, event.type);
  if (step === "ignored") return undefined;
  if (step === "pruned") return "pruned";
  const { lease, ...unleased } = record;
  switch (event.type) {
    case "lease":
      return isLeaseFree(lease, event) ? { ...unleased, state: step, lease: event.lease } : undefined;
    case "ack":
    case "quarantine":
      return { ...unleased, state: step, sendAlone: false, nextAttemptAtMs: 0, lastResult: event.result };
    case "release":
      return lease?.owner === event.owner ? released(unleased, event) : undefined;
    case "isolate":
      return { ...unleased, state: step, sendAlone: true, nextAttemptAtMs: event.nextAttemptAtMs };
    case "reoffer":
      // The proof in the last result stays: it lets the server take the record back as it was.
      return { ...unleased, state: step, attempts: 0, sendAlone: false, nextAttemptAtMs: 0 };
    case "prune":
      return undefined;
    default:
      return event satisfies never;
  }
}

function released(record: Omit<OutboxRecord, "lease">, event: Extract<RecordEvent, { type: "release" }>): OutboxRecord {
  return {
    ...record,
    state: "queued",
    attempts: record.attempts + (event.countsAttempt ? 1 : 0),
    nextAttemptAtMs: event.nextAttemptAtMs,
    ...(event.result === undefined ? {} : { lastResult: event.result }),
  };
}

function isLeaseFree(held: Lease | undefined, event: Extract<RecordEvent, { type: "lease" }>): boolean {
  if (held === undefined || event.takesOver || held.owner === event.lease.owner) return true;
  return held.expiresAtMs <= event.nowMs || held.expiresAtMs > event.nowMs + LEASE_MAX_MS;
}
