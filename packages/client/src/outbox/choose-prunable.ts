import type { OutboxRecord } from "./outbox-record.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Longer than any backup that a server may be restored from without `--accept-loss`. */
export const KEEP_DAYS = 35;
/** Without tested backups nothing is pruned until the device holds this many acknowledged records. */
export const ACKED_RECORDS_MAX = 50_000;

export interface PruneRule {
  /** Acknowledged records, oldest first. */
  readonly acked: readonly OutboxRecord[];
  readonly ackedCount: number;
  /** Every backup inside the restore window has this device's facts up to here; null: there is no tested backup. */
  readonly durableThrough: number | null;
  readonly lastDeviceSeq: number;
  readonly nowMs: number;
}

/**
 * Numbers of the records that a restored server can never ask for again: old and in every backup. Age alone
 * or the newest backup alone would lose sales. The newest record stays, so that the count can be rebuilt.
 */
export function choosePrunable({ acked, ackedCount, durableThrough, lastDeviceSeq, nowMs }: PruneRule): number[] {
  const overflow = durableThrough === null ? Math.max(0, ackedCount - ACKED_RECORDS_MAX) : 0;
  return acked
    .filter((record, at) => {
      const isSafe = durableThrough !== null && record.deviceSeq <= durableThrough && isOld(record, nowMs);
      return record.deviceSeq !== lastDeviceSeq && (isSafe || at < overflow);
    })
    .map((record) => record.deviceSeq);
}

function isOld(record: OutboxRecord, nowMs: number): boolean {
  return nowMs - record.occurredAtMs > KEEP_DAYS * DAY_MS;
}
