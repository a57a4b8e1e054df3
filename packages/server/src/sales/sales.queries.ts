import { currencyExponent, assert, type SaleFlag } from "@duka/domain";
import type { Trx } from "../database/schema.ts";

export type SaleFilter = {
  /** Older than this sale; absent: from the newest. */
  readonly beforeId?: number;
  readonly from?: string;
  readonly to?: string;
  readonly soldBy?: number;
  readonly sourceDevice?: string;
  readonly flag?: SaleFlag;
};

/** Newest first. */
export async function selectSales(trx: Trx, shopId: string, { filter, limit }: { filter: SaleFilter; limit: number }) {
  const { beforeId, from, to, soldBy, sourceDevice, flag } = filter;
  let query = sales(trx, shopId);
  if (beforeId !== undefined) query = query.where("id", "<", beforeId);
  if (from !== undefined) query = query.where("business_date", ">=", from);
  if (to !== undefined) query = query.where("business_date", "<=", to);
  if (soldBy !== undefined) query = query.where("sold_by", "=", soldBy);
  if (sourceDevice !== undefined) query = query.where("source_device", "=", sourceDevice);
  // A flag's name in quotes, as the JSON array has it, so that no name can be part of another.
  if (flag !== undefined) query = query.where("flags", "like", `%"${flag}"%`);
  return await query.orderBy("id", "desc").limit(limit).execute();
}

export async function selectSaleById(trx: Trx, shopId: string, id: number) {
  return await sales(trx, shopId).where("id", "=", id).executeTakeFirst();
}

export async function selectSaleByExternalId(trx: Trx, shopId: string, externalId: string) {
  return await sales(trx, shopId).where("external_id", "=", externalId).executeTakeFirst();
}

export type SaleRow = NonNullable<Awaited<ReturnType<typeof selectSaleById>>>;

export async function selectLines(trx: Trx, shopId: string, saleIds: readonly number[]) {
  if (saleIds.length === 0) return [];
  return await trx
    .selectFrom("sale_lines")
    .select(["sale_id", "product_id", "product_name", "quantity_thousandths", "unit_price_minor", "subtotal_minor"])
    .where("shop_id", "=", shopId)
    .where("sale_id", "in", saleIds)
    .orderBy("sale_id")
    .orderBy("line_number")
    .execute();
}

export type LineRow = Awaited<ReturnType<typeof selectLines>>[number];

/** The digits after the point of the shop's money. */
export async function selectCurrencyExponent(trx: Trx, shopId: string): Promise<number> {
  const shop = await trx.selectFrom("shops").select("currency").where("id", "=", shopId).executeTakeFirstOrThrow();
  const exponent = currencyExponent(shop.currency);
  assert(exponent !== undefined, `shop ${shopId} has an unknown currency`);
  return exponent;
}

function sales(trx: Trx, shopId: string) {
  return trx
    .selectFrom("sales")
    .select([
      "id",
      "external_id",
      "sold_by",
      "total_minor",
      "received_at_ms",
      "synced_at_ms",
      "client_timestamp_ms",
      "business_date",
      "source_device",
      "flags",
    ])
    .where("shop_id", "=", shopId);
}
