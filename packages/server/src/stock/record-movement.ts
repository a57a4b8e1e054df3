import {
  assert,
  canonicalJson,
  decimalTextOf,
  parseDecimal,
  parseUuid,
  QUANTITY_SCALE,
  sha256Hex,
  STOCK_THOUSANDTHS_MAX,
} from "@duka/domain";
import type { MovementAnswer, MovementCreateRequest } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { findProduct } from "../catalogue/find-product.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import type { Trx } from "../database/schema.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { AppError, invalidField } from "../http/app-error.ts";
import type { Caller } from "../http/caller.ts";
import { movementAnswer } from "./movement-answer.ts";
import { findMovement, findMovementByExternalId } from "./movement.queries.ts";
import { moveStock } from "./move-stock.ts";

export type RecordedMovement = { readonly isNew: boolean; readonly movement: MovementAnswer };

/** Goods came in (above 0) or the count was put right (below). The same external_id with the same content is one movement. */
export async function recordMovement(
  context: AppContext,
  caller: Caller,
  request: MovementCreateRequest,
): Promise<RecordedMovement> {
  const wish = readWish(request);
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const known = await findKnown(trx, shop, wish);
    const id = known ?? (await move(trx, shop, { wish, userId: caller.userId, nowMs: context.clock.nowMs() }));
    const movement = await findMovement(trx, shop.id, id);
    assert(movement !== undefined, "A movement just written can be read.");
    return { isNew: known === undefined, movement: movementAnswer(movement) };
  });
}

/** What was asked for, in our own terms. */
type Wish = {
  readonly productId: number;
  readonly deltaThousandths: number;
  readonly reason: string;
  readonly externalId: string | undefined;
  readonly fingerprint: string;
};

function readWish({ product, delta, reason, external_id }: MovementCreateRequest): Wish {
  const parsed = parseDecimal(decimalTextOf(delta) ?? "", { scale: QUANTITY_SCALE, max: STOCK_THOUSANDTHS_MAX });
  if (!parsed.ok) throw invalidField("delta", parsed.error, "delta must be a number with at most 3 decimals.");
  if (parsed.value === 0) throw invalidField("delta", "too_small", "delta must not be 0.");
  const externalId = external_id === undefined || external_id === null ? undefined : parseUuid(external_id);
  if (typeof external_id === "string" && externalId === undefined) {
    throw invalidField("external_id", "invalid", "external_id must be a UUID.");
  }
  const content = { productId: product, deltaThousandths: parsed.value, reason: reason?.trim() ?? "" };
  return { ...content, externalId, fingerprint: sha256Hex(canonicalJson(content)) };
}

async function findKnown(trx: Trx, shop: LockedShop, wish: Wish): Promise<number | undefined> {
  if (wish.externalId === undefined) return undefined;
  const known = await findMovementByExternalId(trx, shop.id, wish.externalId);
  if (known === undefined || known.fingerprint === wish.fingerprint) return known?.id;
  throw new AppError("external_id_reused", "This external_id already stands for another movement.");
}

async function move(
  trx: Trx,
  shop: LockedShop,
  { wish, userId, nowMs }: { readonly wish: Wish; readonly userId: number; readonly nowMs: number },
): Promise<number> {
  const product = await findProduct(trx, shop.id, wish.productId);
  if (product === undefined) throw new AppError("product_not_found", `There is no product ${wish.productId}.`);
  if (product.stock_thousandths === null) {
    throw new AppError("product_has_no_stock", `${product.name} is volatile: it has no stock to change.`);
  }
  const { movement } = await moveStock(trx, shop, product, {
    deltaThousandths: wish.deltaThousandths,
    type: wish.deltaThousandths > 0 ? "RESTOCK" : "ADJUSTMENT",
    reason: wish.reason,
    performedBy: userId,
    nowMs,
    ...(wish.externalId === undefined ? {} : { externalId: wish.externalId, fingerprint: wish.fingerprint }),
  });
  return movement.id;
}
