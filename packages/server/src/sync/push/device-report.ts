import { AMOUNT_MINOR_MAX, parseDecimal } from "@duka/domain";
import type { PushRequest } from "@duka/protocol";
import type { Updateable } from "kysely";
import { type DevicesTable, toDatabaseBoolean } from "../../database/schema.ts";

/** What a push says about its device, as columns: the owner's view of the till. */
export function deviceReport(
  request: PushRequest,
  { atMs, currencyExponent }: { readonly atMs: number; readonly currencyExponent: number },
): Updateable<DevicesTable> {
  const { queue, storage, clock } = request;
  const unsentValue = parseDecimal(queue.unsent_value, { scale: currencyExponent, max: AMOUNT_MINOR_MAX });
  return {
    incarnation: request.incarnation,
    last_seen_at_ms: atMs,
    reported_at_ms: atMs,
    app_version: request.app_version,
    unsent_count: queue.unsent,
    oldest_unsent_age_ms: queue.oldest_unsent_ms,
    // A report is never a reason to refuse sales: an amount that cannot be read is shown as unknown.
    unsent_value_minor: unsentValue.ok ? unsentValue.value : null,
    storage_persisted: storage.persisted === null ? null : toDatabaseBoolean(storage.persisted),
    storage_usage_bytes: storage.usage,
    storage_quota_bytes: storage.quota,
    clock_offset_ms: clock.offset_ms,
    clock_error_ms: clock.error_ms,
    next_device_seq: request.next_device_seq,
  };
}
