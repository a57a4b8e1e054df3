import { assert, currencyExponent, failure, type Result, success } from "@duka/domain";
import { ACK_EXTRA_RANGES_MAX, type PullAck, type PullResponse } from "@duka/protocol";
import type { Database, Trx } from "../../database/schema.ts";
import { inShopRead } from "../../database/shop-transaction.ts";
import { readEpoch } from "../../database/installation.ts";
import { readCoverage } from "../outbox-coverage.ts";
import { readDevice } from "../push/device.queries.ts";
import { readShopHead } from "./pull.queries.ts";
import { decodeCursor, encodeCursor, type PullCursor } from "./pull-cursor.ts";
import { toPulledAlert, toPulledProduct } from "./pulled-rows.ts";
import { readPage } from "./read-page.ts";

export type PullRequest = {
  readonly shopId: string;
  readonly deviceId: string;
  /** As the till sent it; absent on the first load. */
  readonly cursor: string | undefined;
  readonly rowsMax: number;
};

export type PulledChanges = Omit<PullResponse, "protocol" | "server_time_ms">;

/**
 * What the shop knows that the till does not yet: one page, with the next cursor and the till's own
 * acknowledgements, all as of one moment. `reset_required`: the cursor belongs to another time line or shop.
 */
export function pullChanges(
  db: Database,
  request: PullRequest,
): Promise<Result<PulledChanges, "reset_required" | "device_revoked">> {
  const { shopId, deviceId, rowsMax } = request;
  return inShopRead(db, shopId, async (trx) => {
    const device = await readDevice(trx, shopId, deviceId);
    if (device === undefined || device.revoked_at_ms !== null) return failure("device_revoked");
    const epoch = await readEpoch(trx);
    const shop = await readShopHead(trx, shopId);
    const cursor = startingCursor(request, { epoch, head: shop.version });
    if (cursor === undefined) return failure("reset_required");
    const page = await readPage(trx, { cursor, head: shop.version, rowsMax });
    const exponent = currencyExponent(shop.currency);
    assert(exponent !== undefined, `Shop ${shopId} has the unknown currency ${shop.currency}.`);
    return success({
      epoch,
      cursor: encodeCursor(page.cursor),
      more: page.more,
      head: shop.version,
      products: page.products.map((row) => toPulledProduct(row, exponent)),
      tombstones: [],
      alerts: page.alerts.map(toPulledAlert),
      ack: await readAck(trx, { shopId, deviceId, incarnation: device.incarnation }),
      durable_through: null,
    });
  });
}

type TimeLine = { readonly epoch: string; readonly head: number };

/** Undefined when the till's cursor does not lead on from here. */
function startingCursor(request: PullRequest, { epoch, head }: TimeLine): PullCursor | undefined {
  if (request.cursor === undefined) {
    return { epoch, shop: request.shopId, phase: "load", version: head, kind: "product", id: 0 };
  }
  const cursor = decodeCursor(request.cursor);
  const leadsOn = cursor?.epoch === epoch && cursor.shop === request.shopId && cursor.version <= head;
  return leadsOn ? cursor : undefined;
}

type AckScope = { readonly shopId: string; readonly deviceId: string; readonly incarnation: string | null };

async function readAck(trx: Trx, { shopId, deviceId, incarnation }: AckScope): Promise<PullAck> {
  if (incarnation === null) return { incarnation, contiguous_device_seq: 0, extra: [] };
  const coverage = await readCoverage(trx, { shopId, deviceId, incarnation });
  return {
    incarnation,
    contiguous_device_seq: coverage.contiguousSeq,
    extra: coverage.extra.slice(0, ACK_EXTRA_RANGES_MAX),
  };
}
