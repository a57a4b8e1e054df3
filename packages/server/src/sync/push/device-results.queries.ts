import type { Insertable } from "kysely";
import type { DeviceResultStatus, Trx } from "../../database/schema.ts";
import type { DeviceResultsTable } from "../../database/tables/device-tables.ts";
import { upsertRows } from "../../database/write-rows.ts";

/** One outbox database of one device: within it numbers are given once and without gaps. */
export type OutboxKey = { readonly shopId: string; readonly deviceId: string; readonly incarnation: string };

export type KnownResult = {
  readonly device_seq: number;
  readonly item_id: string;
  readonly status: DeviceResultStatus;
};

/** What was already answered for any of the numbers; a number has two items only on a cloned device. */
export function readResultsOfNumbers(
  trx: Trx,
  { shopId, deviceId, incarnation }: OutboxKey,
  deviceSeqs: readonly number[],
): Promise<KnownResult[]> {
  if (deviceSeqs.length === 0) return Promise.resolve([]);
  return trx
    .selectFrom("device_results")
    .select(["device_seq", "item_id", "status"])
    .where("shop_id", "=", shopId)
    .where("device_id", "=", deviceId)
    .where("incarnation", "=", incarnation)
    .where("device_seq", "in", deviceSeqs)
    .execute();
}

/** Answered numbers above `afterSeq`, ascending, at most `rowsMax`. */
export async function readNumbersAbove(
  trx: Trx,
  { shopId, deviceId, incarnation }: OutboxKey,
  { afterSeq, rowsMax }: { readonly afterSeq: number; readonly rowsMax: number },
): Promise<number[]> {
  const rows = await trx
    .selectFrom("device_results")
    .select("device_seq")
    .distinct()
    .where("shop_id", "=", shopId)
    .where("device_id", "=", deviceId)
    .where("incarnation", "=", incarnation)
    .where("device_seq", ">", afterSeq)
    .orderBy("device_seq")
    .limit(rowsMax)
    .execute();
  return rows.map((row) => row.device_seq);
}

/** A result once given stays: rows that are there already are left as they are. */
export function insertResults(trx: Trx, rows: readonly Insertable<DeviceResultsTable>[]): Promise<void> {
  return upsertRows(trx, "device_results", rows, {
    key: ["shop_id", "device_id", "incarnation", "device_seq", "item_id"],
  });
}
