import type { Selectable, Updateable } from "kysely";
import type { DevicesTable, Trx } from "../../database/schema.ts";
import { upsertRows } from "../../database/write-rows.ts";
import type { OutboxKey } from "./device-results.queries.ts";

export function readDevice(trx: Trx, shopId: string, deviceId: string): Promise<Selectable<DevicesTable> | undefined> {
  return trx
    .selectFrom("devices")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "=", deviceId)
    .executeTakeFirst();
}

export async function updateDevice(
  trx: Trx,
  { shopId, deviceId }: Pick<OutboxKey, "shopId" | "deviceId">,
  report: Updateable<DevicesTable>,
): Promise<void> {
  await trx.updateTable("devices").set(report).where("shop_id", "=", shopId).where("id", "=", deviceId).execute();
}

/** The number up to which every fact of this outbox is in; 0 for an outbox never seen. */
export async function readContiguousSeq(trx: Trx, key: OutboxKey): Promise<number> {
  const row = await trx
    .selectFrom("device_incarnations")
    .select("contiguous_device_seq")
    .where("shop_id", "=", key.shopId)
    .where("device_id", "=", key.deviceId)
    .where("incarnation", "=", key.incarnation)
    .executeTakeFirst();
  return row?.contiguous_device_seq ?? 0;
}

/** Records how far an outbox is in; its first push makes its row. */
export function saveIncarnation(
  trx: Trx,
  key: OutboxKey,
  { contiguousSeq, nowMs }: { readonly contiguousSeq: number; readonly nowMs: number },
): Promise<void> {
  const row = {
    shop_id: key.shopId,
    device_id: key.deviceId,
    incarnation: key.incarnation,
    contiguous_device_seq: contiguousSeq,
    first_seen_at_ms: nowMs,
    last_seen_at_ms: nowMs,
  };
  return upsertRows(trx, "device_incarnations", [row], {
    key: ["shop_id", "device_id", "incarnation"],
    replace: ["contiguous_device_seq", "last_seen_at_ms"],
  });
}
