import { expect, test } from "vitest";
import { expectedShop } from "./expected-shop.ts";
import { readRetailLines } from "./retail/retail-line.ts";
import { retailShop } from "./retail/retail-shop.ts";
import { seededRandom } from "./seeded-random.ts";

test("a slice has as many invoices as asked for, of every day, and only what they sell", () => {
  const shop = retailShop(readRetailLines());
  const { invoices, products } = expectedShop(shop, 60, seededRandom(1));
  const days = (list: typeof invoices) => new Set(list.map(({ soldAtMs }) => Math.floor(soldAtMs / 86_400_000))).size;
  expect(invoices).toHaveLength(60);
  expect(days(invoices)).toBe(days(shop.invoices));
  expect(products.every(({ soldQuantity }) => soldQuantity > 0)).toBe(true);
  expect(expectedShop(shop, 5_000, seededRandom(1)).invoices).toEqual(shop.invoices);
});
