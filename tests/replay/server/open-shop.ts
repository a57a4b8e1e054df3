import { randomUUID } from "node:crypto";
import { formatPounds } from "../check.ts";
import type { ExpectedShop, OpeningProduct } from "../expected-shop.ts";
import { OwnerApi } from "../../servers/owner-api.ts";

/** The shop of the replay on the server, before its first sale. */
export type OpenShop = {
  readonly api: OwnerApi;
  readonly shopId: string;
  /** The server's id of each product, by the product's key. */
  readonly productIds: ReadonlyMap<string, number>;
};

export type EnrolledTill = { readonly name: string; readonly deviceId: string; readonly deviceToken: string };

/** Products created at a time; the owner's app would not send more. */
const PRODUCTS_AT_ONCE = 16;

/** Registers the owner and opens a shop in London that has every product with its opening balance. */
export async function openShop(serverUrl: string, { products }: ExpectedShop): Promise<OpenShop> {
  const api = new OwnerApi(serverUrl);
  const { token } = await api.post<{ token: string }>("/api/register/", {
    username: "owner",
    email: "owner@replay.example",
    password: `replay-${randomUUID()}`,
    shop_name: "Online Retail",
    currency: "GBP",
    time_zone: "Europe/London",
  });
  api.useToken(token);
  const { shop } = await api.get<{ shop: { id: string } }>("/api/user/");
  return { api, shopId: shop.id, productIds: await createProducts(api, products) };
}

/** Makes a till known to the shop; the token is the till's own. */
export async function enrolTill(api: OwnerApi, name: string): Promise<EnrolledTill> {
  const deviceId = randomUUID();
  const { device_token: deviceToken } = await api.post<{ device_token: string }>("/api/sync/enrol/", {
    device_id: deviceId,
    device_name: name,
  });
  return { name, deviceId, deviceToken };
}

async function createProducts(api: OwnerApi, products: readonly OpeningProduct[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const waiting = products.values();
  const createNext = async () => {
    for (const product of waiting) ids.set(product.key, await createProduct(api, product));
  };
  await Promise.all(Array.from({ length: PRODUCTS_AT_ONCE }, createNext));
  return ids;
}

async function createProduct(api: OwnerApi, product: OpeningProduct): Promise<number> {
  const { id } = await api.post<{ id: number }>("/api/products/", {
    sku: product.sku,
    name: product.name,
    unit_price: formatPounds(BigInt(product.unitPriceMinor)).replaceAll(/[£,]/g, ""),
    stock: product.openingStock,
    ...(product.reorderLevel === undefined ? {} : { reorder_level: product.reorderLevel }),
  });
  return id;
}
