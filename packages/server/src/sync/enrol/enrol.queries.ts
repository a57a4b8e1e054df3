import type { Trx } from "../../database/schema.ts";
import { upsertRows } from "../../database/write-rows.ts";
import type { Enrolment } from "./enrolment.ts";

/** Makes the device's row; a device that was enrolled before is taken back as it was, under the new name. */
export function saveDevice(trx: Trx, { shopId, deviceId, name, enrolledBy }: Enrolment, nowMs: number): Promise<void> {
  const row = {
    shop_id: shopId,
    id: deviceId,
    name,
    enrolled_by: enrolledBy,
    created_at_ms: nowMs,
    revoked_at_ms: null,
  };
  return upsertRows(trx, "devices", [row], {
    key: ["shop_id", "id"],
    replace: ["name", "enrolled_by", "revoked_at_ms"],
  });
}

/** Ends every credential the device had. */
export async function revokeDeviceTokens(
  trx: Trx,
  { shopId, deviceId }: Pick<Enrolment, "shopId" | "deviceId">,
  nowMs: number,
): Promise<void> {
  await trx
    .updateTable("tokens")
    .set({ revoked_at_ms: nowMs })
    .where("shop_id", "=", shopId)
    .where("device_id", "=", deviceId)
    .where("kind", "=", "device")
    .where("revoked_at_ms", "is", null)
    .execute();
}
