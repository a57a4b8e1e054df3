import type { StockMovementsTable, Trx } from "../database/schema.ts";

/** A movement with the names people know it by. */
export type NamedMovement = StockMovementsTable & {
  readonly sku: string | null;
  readonly product_name: string;
  readonly performed_by_name: string | null;
};

export type MovementPage = {
  readonly productId: number | undefined;
  /** Only movements before this one. */
  readonly beforeId: number | undefined;
  readonly limit: number;
};

/** Newest first. */
export async function listMovements(trx: Trx, shopId: string, page: MovementPage): Promise<readonly NamedMovement[]> {
  const { productId, beforeId, limit } = page;
  return await namedMovements(trx, shopId)
    .$if(productId !== undefined, (query) => query.where("movement.product_id", "=", productId ?? 0))
    .$if(beforeId !== undefined, (query) => query.where("movement.id", "<", beforeId ?? 0))
    .orderBy("movement.id", "desc")
    .limit(limit)
    .execute();
}

export async function findMovement(trx: Trx, shopId: string, id: number): Promise<NamedMovement | undefined> {
  return await namedMovements(trx, shopId).where("movement.id", "=", id).executeTakeFirst();
}

export async function findMovementByExternalId(
  trx: Trx,
  shopId: string,
  externalId: string,
): Promise<StockMovementsTable | undefined> {
  return await trx
    .selectFrom("stock_movements")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("external_id", "=", externalId)
    .executeTakeFirst();
}

function namedMovements(trx: Trx, shopId: string) {
  return trx
    .selectFrom("stock_movements as movement")
    .innerJoin("products as product", (join) =>
      join.onRef("product.shop_id", "=", "movement.shop_id").onRef("product.id", "=", "movement.product_id"),
    )
    .leftJoin("users", "users.id", "movement.performed_by")
    .selectAll("movement")
    .select(["product.sku", "product.name as product_name", "users.username as performed_by_name"])
    .where("movement.shop_id", "=", shopId);
}
