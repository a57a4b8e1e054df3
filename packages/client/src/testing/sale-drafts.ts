import { sha256Hex } from "@duka/domain";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import type { Allocation } from "../outbox/outbox.ts";
import type { SaleDraft } from "../sale/sale-draft.ts";

export const TEST_SHOP_ID = "00000000-0000-7000-8000-00000000000a";
export const TEST_DEVICE_ID = "00000000-0000-7000-8000-00000000000b";
export const TEST_INCARNATION = "00000000-0000-7000-8000-00000000abcd";

/** A UUID that says which one it is. */
export function testId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** One line of soap at 3.50, paid in cash. */
export function soapDraft(changes: Partial<SaleDraft> = {}): SaleDraft {
  return {
    lines: [{ productId: 12, product: { name: "Soap" }, quantityThousandths: 1_000, unitPriceMinor: 350 }],
    tenders: [{ method: "cash", amountMinor: 350 }],
    currencyExponent: 2,
    ...changes,
  };
}

/** A queued record as the SDK makes it, with other fields where a test needs them. */
export function testRecord(deviceSeq: number, changes: Partial<OutboxRecord> = {}): OutboxRecord {
  const body = changes.body ?? `{"items":[{"product":12,"quantity":"1","unit_price":"3.50"}],"note":"${deviceSeq}"}`;
  return {
    id: testId(deviceSeq),
    kind: "sale",
    v: 1,
    body,
    sha256: sha256Hex(body),
    incarnation: TEST_INCARNATION,
    deviceSeq,
    lane: `sale:${testId(deviceSeq)}`,
    occurredAtMs: 1_000_000 + deviceSeq,
    clock: { device_time_ms: 1_000_000 + deviceSeq, offset_ms: null, error_ms: null },
    state: "queued",
    attempts: 0,
    sendAlone: false,
    nextAttemptAtMs: 0,
    valueMinor: 350,
    currencyExponent: 2,
    ...changes,
  };
}

/** For `enqueue`: a record with the numbers it was allotted. */
export function recordOf({ deviceSeq, incarnation }: Allocation, id: string): OutboxRecord {
  return testRecord(deviceSeq, { id, incarnation });
}
