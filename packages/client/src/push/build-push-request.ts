import { formatMoney } from "@duka/domain";
import {
  CONFIRMED_RANGES_MAX,
  PUSH_BYTES_MAX,
  type ClockReading,
  type PushItem,
  type PushRequest,
  SYNC_PROTOCOL,
} from "@duka/protocol";
import type { StorageEstimate } from "../environment/environment.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import type { OutboxSummary } from "../outbox/outbox.ts";

/** Room for the envelope around the items: everything but a thousand ranges fits in a fraction of it. */
const ENVELOPE_BYTES = 48 * 1024;

/** Bytes that the items of one push may have together. */
export const ITEMS_BYTES_MAX = PUSH_BYTES_MAX - ENVELOPE_BYTES;

export interface PushFacts {
  readonly batchId: string;
  readonly deviceId: string;
  readonly appVersion: string;
  readonly summary: OutboxSummary;
  readonly storage: StorageEstimate;
  readonly clock: ClockReading;
  readonly records: readonly OutboxRecord[];
}

/** The text of a push. Bodies go out exactly as they were frozen. */
export function buildPushRequest(facts: PushFacts): string {
  const { ledger, oldestUnsentAtMs } = facts.summary;
  const nowMs = facts.clock.device_time_ms;
  const request: PushRequest = {
    protocol: SYNC_PROTOCOL,
    device_id: facts.deviceId,
    incarnation: ledger.incarnation,
    batch_id: facts.batchId,
    app_version: facts.appVersion,
    queue: {
      unsent: ledger.unsentCount,
      oldest_unsent_ms: oldestUnsentAtMs === undefined ? null : Math.max(0, nowMs - oldestUnsentAtMs),
      unsent_value: formatMoney(ledger.unsentValueMinor, ledger.currencyExponent),
    },
    storage: {
      persisted: facts.storage.persisted,
      usage: facts.storage.usageBytes,
      quota: facts.storage.quotaBytes,
    },
    clock: facts.clock,
    confirmed: ledger.confirmed.slice(0, CONFIRMED_RANGES_MAX).map(([from, to]) => [from, to]),
    next_device_seq: ledger.lastDeviceSeq + 1,
    items: facts.records.map(itemOf),
  };
  return JSON.stringify(request);
}

/** Bytes of the record as an item of a push. */
export function itemBytes(record: OutboxRecord): number {
  return new TextEncoder().encode(JSON.stringify(itemOf(record))).length + 1;
}

function itemOf(record: OutboxRecord): PushItem {
  const proof = record.lastResult?.proof;
  return {
    id: record.id,
    kind: record.kind,
    v: record.v,
    device_seq: record.deviceSeq,
    clock: record.clock,
    body: record.body,
    sha256: record.sha256,
    ...(proof === undefined ? {} : { proof }),
  };
}
