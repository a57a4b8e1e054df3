import type { EnrolResponse } from "@duka/protocol";
import { issueToken } from "../../accounts/issue-token.ts";
import type { AppContext } from "../../app-context.ts";
import { readEpoch } from "../../database/installation.ts";
import { inShopTransaction } from "../../database/shop-transaction.ts";
import { revokeDeviceTokens, saveDevice } from "./enrol.queries.ts";
import type { Enrolment } from "./enrolment.ts";

export type EnrolledDevice = Pick<EnrolResponse, "shop" | "epoch"> & {
  /** The device's credential; it is nowhere else. */
  readonly secret: string;
};

/**
 * Enrols a device, or enrols it again: it keeps its row and its history, gets a new credential, and its former
 * ones end. What is still in its outbox is then sent as if nothing had happened.
 */
export function enrolDevice(context: AppContext, enrolment: Enrolment): Promise<EnrolledDevice> {
  const { shopId, deviceId, name, enrolledBy } = enrolment;
  return inShopTransaction(context.db, shopId, async (trx, shop) => {
    const nowMs = context.clock.nowMs();
    await saveDevice(trx, enrolment, nowMs);
    await revokeDeviceTokens(trx, enrolment, nowMs);
    const owner = { kind: "device", userId: enrolledBy, shopId, deviceName: name, deviceId } as const;
    return {
      shop: { id: shop.id, name: shop.name, currency: shop.currency, time_zone: shop.timeZone },
      epoch: await readEpoch(trx),
      secret: await issueToken(trx, context, owner),
    };
  });
}
