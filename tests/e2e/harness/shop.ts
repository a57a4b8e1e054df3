import { randomUUID } from "node:crypto";
import { OwnerApi } from "../../servers/owner-api.ts";

/** A shop of its own for one test, with its owner's account. */
export type Shop = {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly api: OwnerApi;
};

export type SaleOnServer = {
  readonly id: number;
  readonly external_id: string;
  readonly total_amount: string;
  readonly items: readonly {
    readonly product: number;
    readonly product_name: string;
    readonly quantity: string;
    readonly unit_price: string;
  }[];
};

export type ProductOnServer = {
  readonly id: number;
  readonly name: string;
  readonly unit_price: string;
  readonly stock: number | null;
};

const SOAP = { name: "Bar soap", sku: "SOAP", barcode: "61611000", unit_price: "3.50", stock: "200" };
const BREAD = { name: "Brown bread", sku: "BREAD", unit_price: "1.30", is_volatile: true };

/** A shop that sells soap by the piece and bread by weight. */
export async function openTestShop(serverUrl: string): Promise<Shop> {
  const shop = await openEmptyShop(serverUrl);
  await shop.api.post("/api/products/", SOAP);
  await shop.api.post("/api/products/", BREAD);
  return shop;
}

/** Registers an owner and a shop that sells nothing yet. */
export async function openEmptyShop(serverUrl: string): Promise<Shop> {
  const api = new OwnerApi(serverUrl);
  const username = `owner-${randomUUID().slice(0, 8)}`;
  const password = `till-${randomUUID()}`;
  const name = "Mama Njeri Chemist";
  const { token } = await api.post<{ token: string }>("/api/register/", {
    username,
    email: `${username}@e2e.example`,
    password,
    shop_name: name,
    currency: "KES",
    time_zone: "Africa/Nairobi",
  });
  api.useToken(token);
  return { name, username, password, api };
}

export function listSales({ api }: Shop): Promise<SaleOnServer[]> {
  return api.list<SaleOnServer>("/api/sales/?limit=200");
}

export async function findProduct({ api }: Shop, name: string): Promise<ProductOnServer> {
  const products = await api.list<ProductOnServer>("/api/products/?limit=100");
  const product = products.find((candidate) => candidate.name === name);
  if (product === undefined) throw new Error(`The server has no product "${name}".`);
  return product;
}
