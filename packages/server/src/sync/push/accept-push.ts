import { failure, type Result, success } from "@duka/domain";
import { MISSING_RANGES_MAX, type PushItem, type PushRequest, type PushResponse } from "@duka/protocol";
import { readEpoch } from "../../database/installation.ts";
import type { Database } from "../../database/schema.ts";
import { inShopTransaction } from "../../database/shop-transaction.ts";
import { addNumbers, missingFrom, readCoverage } from "../outbox-coverage.ts";
import { applyItems } from "./apply-items.ts";
import { readDevice, saveIncarnation, updateDevice } from "./device.queries.ts";
import { deviceReport } from "./device-report.ts";
import { readItem } from "./read-item.ts";

/** Who pushes, as its credential says, and what. */
export type Push = { readonly shopId: string; readonly deviceId: string; readonly request: PushRequest };

export type PushServices = {
  readonly db: Database;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Told of an item on which the server itself broke. */
  readonly reportBrokenItem: (item: PushItem, error: unknown) => void;
};

export type AcceptedPush = Pick<PushResponse, "epoch" | "contiguous_device_seq" | "missing" | "durable_through"> & {
  readonly results: PushResponse["results"];
};

/**
 * Takes a push: one result per item, in their order. The results, the effects they speak of, how far the outbox
 * is in and what the device reports of itself commit together. An item on which the server breaks gets `retry`
 * and holds back none of its neighbours.
 */
export function acceptPush(
  { db, nowMs, newId, reportBrokenItem }: PushServices,
  { shopId, deviceId, request }: Push,
): Promise<Result<AcceptedPush, "device_revoked">> {
  return inShopTransaction(db, shopId, async (trx, shop) => {
    const device = await readDevice(trx, shopId, deviceId);
    if (device === undefined || device.revoked_at_ms !== null) return failure("device_revoked");
    const key = { shopId, deviceId, incarnation: request.incarnation };
    const receivedAtMs = nowMs();
    const before = await readCoverage(trx, key);
    const results = await applyItems(trx, shop, {
      items: request.items.map((item) => readItem(item, shop.currencyExponent)),
      key,
      enrolledBy: device.enrolled_by,
      receivedAtMs,
      newId,
      reportBrokenItem,
    });
    const answered = request.items.filter((_, index) => results[index]?.status !== "retry");
    const coverage = addNumbers(
      before,
      answered.map((item) => item.device_seq),
    );
    await saveIncarnation(trx, key, { contiguousSeq: coverage.contiguousSeq, nowMs: receivedAtMs });
    await updateDevice(
      trx,
      key,
      deviceReport(request, { atMs: receivedAtMs, currencyExponent: shop.currencyExponent }),
    );
    return success({
      epoch: await readEpoch(trx),
      contiguous_device_seq: coverage.contiguousSeq,
      // Judged before this push was applied: what it re-offers was missing, and is no longer asked for.
      missing: missingFrom(before, request.confirmed).slice(0, MISSING_RANGES_MAX),
      durable_through: null,
      results: [...results],
    });
  });
}
