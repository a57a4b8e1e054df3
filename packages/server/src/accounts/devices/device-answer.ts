import { currencyExponent, formatInstant, formatMoney } from "@duka/domain";
import type { DeviceAnswer } from "@duka/protocol";
import type { DevicesTable } from "../../database/schema.ts";

/** A till, and what it said about itself when it last pushed. */
export function deviceAnswer(device: DevicesTable, currency: string): DeviceAnswer {
  return {
    id: device.id,
    name: device.name,
    enrolled_by: device.enrolled_by,
    created_at: formatInstant(device.created_at_ms),
    last_seen_at: instantOrNull(device.last_seen_at_ms),
    revoked_at: instantOrNull(device.revoked_at_ms),
    app_version: device.app_version,
    reported: reportOf(device, currencyExponent(currency) ?? 0),
  };
}

function reportOf(device: DevicesTable, exponent: number): DeviceAnswer["reported"] {
  if (device.reported_at_ms === null) return null;
  const { unsent_value_minor: unsentMinor, storage_persisted: isPersisted } = device;
  return {
    at: formatInstant(device.reported_at_ms),
    unsent: device.unsent_count,
    oldest_unsent_ms: device.oldest_unsent_age_ms,
    unsent_value: unsentMinor === null ? null : formatMoney(unsentMinor, exponent),
    storage_persisted: isPersisted === null ? null : isPersisted === 1,
    storage_usage: device.storage_usage_bytes,
    storage_quota: device.storage_quota_bytes,
    clock_offset_ms: device.clock_offset_ms,
    clock_error_ms: device.clock_error_ms,
    next_device_seq: device.next_device_seq,
  };
}

function instantOrNull(atMs: number | null): string | null {
  return atMs === null ? null : formatInstant(atMs);
}
