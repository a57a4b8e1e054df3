import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { LEASE_MAX_MS } from "../outbox/apply-event.ts";
import { RETRY_AFTER_MAX_MS } from "./next-backoff.ts";

export interface BatchLimits {
  readonly itemsMax: number;
  readonly bytesMax: number;
  readonly nowMs: number;
  readonly owner: string;
  /** All leases of others are of drains that died: take the records over. */
  readonly takesOver: boolean;
}

export interface BatchChoice {
  readonly records: readonly OutboxRecord[];
  /** When a record that is put off may be tried; undefined: none is put off. */
  readonly nextDueMs: number | undefined;
}

/**
 * Picks what to send from unsent records in the order of their numbers. Records that failed alone travel
 * alone, after the others; a record waits until the one it depends on is acknowledged or goes before it.
 */
export function chooseBatch(
  unsent: readonly OutboxRecord[],
  limits: BatchLimits,
  bytesOf: (record: OutboxRecord) => number,
): BatchChoice {
  const due = unsent.filter((record) => dueAtMs(record, limits) <= limits.nowMs);
  const putOff = unsent.filter((record) => dueAtMs(record, limits) > limits.nowMs);
  const nextDueMs = putOff.length === 0 ? undefined : Math.min(...putOff.map((record) => dueAtMs(record, limits)));
  const together = fill(
    due.filter((record) => !record.sendAlone),
    { unsent, limits, bytesOf },
  );
  const alone = due.filter((record) => record.sendAlone && isFree(record, unsent, [])).slice(0, 1);
  return { records: together.length > 0 ? together : alone, nextDueMs };
}

function fill(
  candidates: readonly OutboxRecord[],
  {
    unsent,
    limits,
    bytesOf,
  }: { unsent: readonly OutboxRecord[]; limits: BatchLimits; bytesOf: (record: OutboxRecord) => number },
): OutboxRecord[] {
  const chosen: OutboxRecord[] = [];
  let bytes = 0;
  for (const record of candidates) {
    if (chosen.length >= limits.itemsMax) break;
    if (!isFree(record, unsent, chosen)) continue;
    bytes += bytesOf(record);
    // A record that is too large by itself still goes, alone: the server must say so, not the till.
    if (bytes > limits.bytesMax && chosen.length > 0) break;
    chosen.push(record);
  }
  return chosen;
}

/** Its predecessor, if it has one, is not unsent any more or goes before it in the same batch. */
function isFree(record: OutboxRecord, unsent: readonly OutboxRecord[], chosen: readonly OutboxRecord[]): boolean {
  const { dependsOn } = record;
  if (dependsOn === undefined || chosen.some((other) => other.id === dependsOn)) return true;
  return !unsent.some((other) => other.id === dependsOn);
}

/** When the record may be sent. A time beyond what any wait can be was written under another clock: due now. */
function dueAtMs(record: OutboxRecord, { nowMs, owner, takesOver }: BatchLimits): number {
  const isLeasedByOther = record.state === "inflight" && record.lease?.owner !== owner && !takesOver;
  const leaseEndsMs = isLeasedByOther ? (record.lease?.expiresAtMs ?? 0) : 0;
  return Math.max(
    leaseEndsMs > nowMs + LEASE_MAX_MS ? 0 : leaseEndsMs,
    record.nextAttemptAtMs > nowMs + RETRY_AFTER_MAX_MS * 2 ? 0 : record.nextAttemptAtMs,
  );
}
