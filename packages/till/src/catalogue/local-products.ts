import type { Cart, CartProduct } from "../cart/cart.ts";
import type { TillDatabase } from "../storage/till-database.ts";

/** More than a shop makes up between two connections; the rest still sells, it just is not on the shelf. */
const LOCAL_PRODUCTS_MAX = 500;

/** Products made on the spot in a cart: they have a uid of this till's, and no id of the server's. */
export function productsMadeIn(cart: Cart): readonly CartProduct[] {
  return cart.lines.map((line) => line.product).filter(({ productId }) => productId === undefined);
}

export async function listLocalProducts(database: TillDatabase, shopId: string): Promise<readonly CartProduct[]> {
  const range = IDBKeyRange.bound([shopId, ""], [shopId, "\uffff"]);
  const stored = await database.getAll("localProducts", range, LOCAL_PRODUCTS_MAX);
  return stored.map(({ product }) => product);
}

/** Remembers products sold for the first time. A convenience: the sale itself carries them to the server. */
export async function rememberLocalProducts(
  database: TillDatabase,
  shopId: string,
  products: readonly CartProduct[],
): Promise<void> {
  const transaction = database.transaction("localProducts", "readwrite");
  for (const product of products) {
    if (product.uid !== undefined) await transaction.store.put({ shopId, uid: product.uid, product });
  }
  await transaction.done;
}
