import type { DatabaseBoolean } from "./column-types.ts";

/** Tills and what they pushed. */
export type DeviceTables = {
  readonly devices: DevicesTable;
  readonly device_incarnations: DeviceIncarnationsTable;
  readonly device_results: DeviceResultsTable;
  readonly quarantined_items: QuarantinedItemsTable;
};

export type DevicesTable = {
  shop_id: string;
  id: string;
  name: string;
  /** Of the outbox that pushed last. */
  incarnation: string | null;
  /** Sales without a cashier of their own belong to this member. */
  enrolled_by: number;
  created_at_ms: number;
  last_seen_at_ms: number | null;
  revoked_at_ms: number | null;
  app_version: string | null;
  /** When the columns below were reported. */
  reported_at_ms: number | null;
  unsent_count: number | null;
  oldest_unsent_age_ms: number | null;
  unsent_value_minor: number | null;
  storage_persisted: DatabaseBoolean | null;
  storage_usage_bytes: number | null;
  storage_quota_bytes: number | null;
  clock_offset_ms: number | null;
  clock_error_ms: number | null;
  next_device_seq: number | null;
};

/** How far a device's numbered facts are in without a hole, per outbox database it has had. */
export type DeviceIncarnationsTable = {
  shop_id: string;
  device_id: string;
  incarnation: string;
  contiguous_device_seq: number;
  first_seen_at_ms: number;
  last_seen_at_ms: number;
};

export type DeviceResultStatus = "created" | "duplicate" | "mismatch" | "quarantined";

export type DeviceResultsTable = {
  shop_id: string;
  device_id: string;
  incarnation: string;
  device_seq: number;
  item_id: string;
  status: DeviceResultStatus;
  sale_id: number | null;
  received_at_ms: number;
};

export type QuarantinedItemsTable = {
  shop_id: string;
  id: string;
  device_id: string;
  incarnation: string;
  device_seq: number;
  item_id: string;
  kind: string;
  /** The bytes as sent. */
  body: string;
  sha256: string;
  code: string;
  detail: string;
  received_at_ms: number;
  resolved_at_ms: number | null;
  resolved_by: number | null;
  /** `retry`, `map_product` or `dismiss`. */
  resolution: string | null;
  resolution_reason: string | null;
};
