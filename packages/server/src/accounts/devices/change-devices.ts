import { parseUuid, withoutAbsent } from "@duka/domain";
import type { DeviceAnswer } from "@duka/protocol";
import type { AppContext } from "../../app-context.ts";
import type { DevicesTable, Trx } from "../../database/schema.ts";
import { inShopRead, inShopTransaction } from "../../database/shop-transaction.ts";
import { AppError, invalidField } from "../../http/app-error.ts";
import type { Caller } from "../../http/caller.ts";
import { findShop } from "../users.queries.ts";
import { deviceAnswer } from "./device-answer.ts";
import { findDevice, listDevices, revokeTokensOfDevice, updateDeviceRow } from "./devices.queries.ts";

export type DevicePage = {
  readonly devices: readonly DeviceAnswer[];
  /** Where the next page starts; absent on the last. */
  readonly nextCursor?: string;
};

/** The shop's tills, revoked ones too, by id. */
export async function readDevices(
  { db }: AppContext,
  { shopId }: Caller,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<DevicePage> {
  const afterId = cursor === undefined || cursor === "" ? undefined : parseUuid(cursor);
  if (cursor !== undefined && cursor !== "" && afterId === undefined) {
    throw invalidField("cursor", "invalid", "cursor is not one that this list gave.");
  }
  return await inShopRead(db, shopId, async (trx) => {
    const rows = await listDevices(trx, shopId, { afterId, limit: limit + 1 });
    const currency = await currencyOf(trx, shopId);
    const devices = rows.slice(0, limit).map((row) => deviceAnswer(row, currency));
    return withoutAbsent({ devices, nextCursor: rows.length > limit ? devices.at(-1)?.id : undefined });
  });
}

export async function renameDevice(
  { db }: AppContext,
  { shopId }: Caller,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<DeviceAnswer> {
  return await inShopTransaction(db, shopId, async (trx, shop) => {
    const device = await requireDevice(trx, shopId, id);
    await updateDeviceRow(trx, device, { name: name.trim() });
    return deviceAnswer({ ...device, name: name.trim() }, shop.currency);
  });
}

/** Ends a till's credential at once; its row and what it sold stay. Enrolling it again takes it back. */
export async function revokeDevice({ db, clock }: AppContext, { shopId }: Caller, id: string): Promise<void> {
  await inShopTransaction(db, shopId, async (trx) => {
    const device = await requireDevice(trx, shopId, id);
    const nowMs = clock.nowMs();
    if (device.revoked_at_ms === null) await updateDeviceRow(trx, device, { revoked_at_ms: nowMs });
    await revokeTokensOfDevice(trx, device, nowMs);
  });
}

async function requireDevice(trx: Trx, shopId: string, idText: string): Promise<DevicesTable> {
  const id = parseUuid(idText);
  const device = id === undefined ? undefined : await findDevice(trx, shopId, id);
  if (device === undefined) throw new AppError("not_found", "There is no such device in this shop.");
  return device;
}

async function currencyOf(trx: Trx, shopId: string): Promise<string> {
  return (await findShop(trx, shopId))?.currency ?? "";
}
