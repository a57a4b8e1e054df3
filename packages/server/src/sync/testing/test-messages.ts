import { sha256Hex } from "@duka/domain";
import type { PushItem, PushRequest } from "@duka/protocol";

/** When the test app's clock starts. */
export const START_MS = Date.parse("2026-01-31T14:30:00.000Z");
export const INCARNATION = "0197c0de-0000-7000-8000-00000000aaaa";

/** A whole push without items. */
export function pushOf(deviceId: string, changes: Partial<PushRequest> = {}): PushRequest {
  return {
    protocol: 1,
    device_id: deviceId,
    incarnation: INCARNATION,
    batch_id: crypto.randomUUID(),
    app_version: "1.0.0",
    queue: { unsent: 1, oldest_unsent_ms: 5_000, unsent_value: "3.50" },
    storage: { persisted: true, usage: 10, quota: 100 },
    clock: { device_time_ms: START_MS, offset_ms: 0, error_ms: 10 },
    confirmed: [],
    next_device_seq: 2,
    items: [],
    ...changes,
  };
}

export type ItemChanges = Partial<PushItem> & {
  /** Instead of the body's text: what it says. */
  readonly sale?: object;
};

/** A sale as an outbox freezes it: two loaves, unless the changes say otherwise. */
export function itemOf(
  deviceSeq: number,
  { sale = { items: [breadLine("2")] }, ...changes }: ItemChanges = {},
): PushItem {
  const body = changes.body ?? JSON.stringify(sale);
  return {
    id: crypto.randomUUID(),
    kind: "sale",
    v: 1,
    device_seq: deviceSeq,
    clock: { device_time_ms: START_MS - 60_000, offset_ms: 0, error_ms: 10 },
    body,
    sha256: sha256Hex(body),
    ...changes,
  };
}

/** A line that brings its own product. */
export function breadLine(quantity: string): object {
  return { product_data: { sku: "BREAD", name: "Bread", unit_price: "1.75" }, quantity, unit_price: "1.75" };
}
