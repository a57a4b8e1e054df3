import type { Selectable } from "kysely";
import type { AlertsTable, ProductsTable, Trx } from "../../database/schema.ts";

/** A place in the order of changes; rows at the place itself are already read. */
export type ChangePosition = { readonly version: number; readonly id: number };

type ProductRow = Selectable<ProductsTable>;
type AlertRow = Selectable<AlertsTable>;
type Page = { readonly shopId: string; readonly rowsMax: number };

export function readProductsById(trx: Trx, afterId: number, { shopId, rowsMax }: Page): Promise<ProductRow[]> {
  return trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(rowsMax)
    .execute();
}

export function readOpenAlertsById(trx: Trx, afterId: number, { shopId, rowsMax }: Page): Promise<AlertRow[]> {
  return trx
    .selectFrom("alerts")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", ">", afterId)
    .where("open_product_id", "is not", null)
    .orderBy("id")
    .limit(rowsMax)
    .execute();
}

export function readChangedProducts(trx: Trx, after: ChangePosition, { shopId, rowsMax }: Page): Promise<ProductRow[]> {
  return trx
    .selectFrom("products")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("version", ">=", after.version)
    .where((row) => row.or([row("version", ">", after.version), row("id", ">", after.id)]))
    .orderBy("version")
    .orderBy("id")
    .limit(rowsMax)
    .execute();
}

export function readChangedAlerts(trx: Trx, after: ChangePosition, { shopId, rowsMax }: Page): Promise<AlertRow[]> {
  return trx
    .selectFrom("alerts")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("version", ">=", after.version)
    .where((row) => row.or([row("version", ">", after.version), row("id", ">", after.id)]))
    .orderBy("version")
    .orderBy("id")
    .limit(rowsMax)
    .execute();
}

/** The shop's version, and the currency its prices are written in. */
export function readShopHead(trx: Trx, shopId: string): Promise<{ version: number; currency: string }> {
  return trx.selectFrom("shops").select(["version", "currency"]).where("id", "=", shopId).executeTakeFirstOrThrow();
}
