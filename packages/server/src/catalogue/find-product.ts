import { productKey } from "@duka/domain";
import type { ProductsTable, Trx } from "../database/schema.ts";

export async function findProduct(trx: Trx, shopId: string, id: number): Promise<ProductsTable | undefined> {
  return await trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** What a scanner read or a person typed: a barcode, else a SKU. Archived products are not offered for sale. */
export async function findProductByCode(trx: Trx, shopId: string, code: string): Promise<ProductsTable | undefined> {
  const key = productKey(code);
  const rows = await trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("active", "=", 1)
    .where((eb) => eb.or([eb("barcode_key", "=", key), eb("sku_key", "=", key)]))
    .execute();
  return rows.find((row) => row.barcode_key === key) ?? rows[0];
}
