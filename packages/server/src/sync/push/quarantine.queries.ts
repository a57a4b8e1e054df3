import type { Insertable } from "kysely";
import type { QuarantinedItemsTable, Trx } from "../../database/schema.ts";
import { insertRows } from "../../database/write-rows.ts";
import type { OutboxKey } from "./device-results.queries.ts";

export type KnownQuarantine = {
  readonly device_seq: number;
  readonly item_id: string;
  readonly sha256: string;
  readonly code: string;
  readonly detail: string;
};

/** What of these numbers is already stored for a person to look at. */
export function readQuarantined(
  trx: Trx,
  { shopId, deviceId, incarnation }: OutboxKey,
  deviceSeqs: readonly number[],
): Promise<KnownQuarantine[]> {
  if (deviceSeqs.length === 0) return Promise.resolve([]);
  return trx
    .selectFrom("quarantined_items")
    .select(["device_seq", "item_id", "sha256", "code", "detail"])
    .where("shop_id", "=", shopId)
    .where("device_id", "=", deviceId)
    .where("incarnation", "=", incarnation)
    .where("device_seq", "in", deviceSeqs)
    .execute();
}

export function insertQuarantined(trx: Trx, rows: readonly Insertable<QuarantinedItemsTable>[]): Promise<void> {
  return insertRows(trx, "quarantined_items", rows);
}
