import type { ProductsTable, Trx } from "../database/schema.ts";

export type ProductPage = {
  readonly active: boolean | undefined;
  /** Only products after this one; for clients that count pages, `offset` instead. */
  readonly afterId: number;
  readonly offset: number;
  readonly limit: number;
};

/** In the order in which they were created. */
export async function listProducts(trx: Trx, shopId: string, page: ProductPage): Promise<readonly ProductsTable[]> {
  const { active, afterId, offset, limit } = page;
  return await trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", ">", afterId)
    .$if(active !== undefined, (query) => query.where("active", "=", active === true ? 1 : 0))
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function updateProduct(
  trx: Trx,
  product: Pick<ProductsTable, "shop_id" | "id">,
  changes: Partial<Omit<ProductsTable, "shop_id" | "id">>,
): Promise<void> {
  await trx
    .updateTable("products")
    .set(changes)
    .where("shop_id", "=", product.shop_id)
    .where("id", "=", product.id)
    .execute();
}

export type ProductCodes = Pick<ProductsTable, "sku_key" | "barcode_key"> & { readonly uid: string | null };

/** The other products that hold one of these codes. */
export async function findCodeHolders(
  trx: Trx,
  shopId: string,
  codes: ProductCodes,
  exceptId: number,
): Promise<readonly ProductsTable[]> {
  const { sku_key, barcode_key, uid } = codes;
  if (sku_key === null && barcode_key === null && uid === null) return [];
  return await trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "!=", exceptId)
    .where((eb) =>
      eb.or([
        ...(sku_key === null ? [] : [eb("sku_key", "=", sku_key)]),
        ...(barcode_key === null ? [] : [eb("barcode_key", "=", barcode_key)]),
        ...(uid === null ? [] : [eb("uid", "=", uid)]),
      ]),
    )
    .execute();
}

/** Whether a product's stock was at this value just before or after a movement since `sinceMs`. */
export async function hadStockSince(
  trx: Trx,
  product: ProductsTable,
  { stockThousandths, sinceMs }: { readonly stockThousandths: number; readonly sinceMs: number },
): Promise<boolean> {
  const movement = await trx
    .selectFrom("stock_movements")
    .select("id")
    .where("shop_id", "=", product.shop_id)
    .where("product_id", "=", product.id)
    .where("moved_at_ms", ">=", sinceMs)
    .where((eb) =>
      eb.or([
        eb("resulting_stock_thousandths", "=", stockThousandths),
        eb(eb("resulting_stock_thousandths", "-", eb.ref("delta_thousandths")), "=", stockThousandths),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return movement !== undefined;
}
