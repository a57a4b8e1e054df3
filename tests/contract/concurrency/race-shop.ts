import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { OwnerApi } from "../../servers/owner-api.ts";
import type { ClientCall } from "./client-call.ts";

/** A shop on the servers for one race, seen by its owner. */
export type RaceShop = {
  readonly api: OwnerApi;
  /** A POST to one of the servers, which take turns. */
  readonly post: (path: string, json: unknown) => ClientCall;
  readonly importCsv: (csv: string) => ClientCall;
  readonly createProduct: (product: object) => Promise<number>;
};

export type ListedProduct = {
  readonly id: number;
  readonly sku: string | null;
  readonly stock: number;
  readonly reorder_level: number;
};
export type ListedSale = { readonly id: number; readonly external_id: string; readonly flags: readonly string[] };
type ListedMovement = {
  readonly id: number;
  readonly product: number;
  readonly delta: number;
  readonly resulting_stock: number;
};

/** Opens a new shop through the first server. */
export async function openRaceShop(urls: readonly string[]): Promise<RaceShop> {
  const api = new OwnerApi(urls[0] ?? "");
  const { token } = await api.post<{ token: string }>("/api/register/", newAccount());
  api.useToken(token);
  let turn = 0;
  const nextUrl = (path: string) => `${urls[turn++ % urls.length]}${path}`;
  return {
    api,
    post: (path, json) => ({ url: nextUrl(path), token, post: { json } }),
    importCsv: (csv) => ({ url: nextUrl("/api/products/import_csv/"), token, post: { csv } }),
    createProduct: async (product) => (await api.post<{ id: number }>("/api/products/", product)).id,
  };
}

/** What registers a person whom no other test knows. */
export function newAccount() {
  const username = `owner-${randomUUID()}`;
  return { username, email: `${username}@race.example`, password: `race-${randomUUID()}` };
}

/** Everything the shop has, after checking that no id is missing and that stock follows from the movements. */
export async function readSoundShop({ api }: RaceShop) {
  const sales = await api.list<ListedSale>("/api/sales/?limit=200");
  const products = await api.list<ListedProduct>("/api/products/?limit=500");
  const movements = await api.list<ListedMovement>("/api/stock-movements/?limit=200");
  for (const rows of [sales, products, movements]) expectNoGaps(rows);
  expectStockFollows(products, movements);
  return { sales, products, movements };
}

function expectNoGaps(rows: readonly { readonly id: number }[]): void {
  const ids = rows.map(({ id }) => id).toSorted((left, right) => left - right);
  expect(ids).toEqual(ids.map((_, index) => index + 1));
}

function expectStockFollows(products: readonly ListedProduct[], movements: readonly ListedMovement[]): void {
  const stock = new Map<number, number>();
  for (const movement of movements.toSorted((left, right) => left.id - right.id)) {
    const after = (stock.get(movement.product) ?? 0) + movement.delta;
    expect([movement.id, movement.resulting_stock]).toEqual([movement.id, after]);
    stock.set(movement.product, after);
  }
  for (const product of products) expect([product.id, product.stock]).toEqual([product.id, stock.get(product.id) ?? 0]);
}
