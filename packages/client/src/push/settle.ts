import type { PushResult } from "@duka/protocol";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import type { RecordChange } from "../outbox/outbox.ts";
import { boundedRetryAfterMs, nextBackoffMs } from "./next-backoff.ts";
import type { PushOutcome } from "./classify-answer.ts";

export interface SettleFacts {
  readonly records: readonly OutboxRecord[];
  readonly owner: string;
  readonly nowMs: number;
  readonly chance: number;
}

/** What becomes of the records that were sent. */
export function changesAfter(outcome: PushOutcome, facts: SettleFacts): readonly RecordChange[] {
  switch (outcome.kind) {
    case "answered":
      return facts.records.flatMap((record, at) => {
        const result = outcome.response.results[at];
        return result === undefined ? [] : [changeOf(record, result, facts)];
      });
    case "held":
      return facts.records.map((record) => release(record, facts, { countsAttempt: false, nextAttemptAtMs: 0 }));
    case "wait":
    case "too_large":
    case "refused":
    case "unknown":
      return facts.records.map((record) =>
        release(record, facts, {
          countsAttempt: true,
          nextAttemptAtMs: record.sendAlone ? ownRetryAt(record, facts) : 0,
        }),
      );
    default:
      return outcome satisfies never;
  }
}

/** Records that are to blame for failures, since others passed, travel alone from now on. */
export function isolate(suspects: readonly number[], { nowMs, chance }: SettleFacts): readonly RecordChange[] {
  const nextAttemptAtMs = nowMs + nextBackoffMs({ failures: 3, isVisible: true, retryAfterMs: undefined, chance });
  return suspects.map((deviceSeq) => ({ deviceSeq, event: { type: "isolate", nextAttemptAtMs } }));
}

function changeOf(record: OutboxRecord, result: PushResult, facts: SettleFacts): RecordChange {
  const { deviceSeq } = record;
  switch (result.status) {
    case "created":
    case "duplicate":
      return { deviceSeq, event: { type: "ack", result } };
    case "mismatch":
    case "quarantined":
      return { deviceSeq, event: { type: "quarantine", result } };
    case "retry": {
      const floorMs = boundedRetryAfterMs(result.retry_after_ms);
      const nextAttemptAtMs = ownRetryAt(record, facts) + floorMs;
      return release(record, facts, { countsAttempt: true, nextAttemptAtMs });
    }
    default:
      return result.status satisfies never;
  }
}

function release(
  { deviceSeq }: OutboxRecord,
  { owner }: SettleFacts,
  rest: { countsAttempt: boolean; nextAttemptAtMs: number },
): RecordChange {
  return { deviceSeq, event: { type: "release", owner, ...rest } };
}

/** A record's own wait; it holds up nobody else, so it may grow to the longest. */
function ownRetryAt(record: OutboxRecord, { nowMs, chance }: SettleFacts): number {
  return nowMs + nextBackoffMs({ failures: record.attempts + 1, isVisible: false, retryAfterMs: undefined, chance });
}
