import type { RetailInvoice, RetailProduct, RetailShop } from "./retail/retail-shop.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** A product as the replay creates it. */
export type OpeningProduct = RetailProduct & {
  /** Enough for everything that will be sold, so that no sale is flagged for its stock. */
  readonly openingStock: number;
  readonly soldQuantity: number;
  /** Some products will run low: their alerts are checked too. */
  readonly reorderLevel: number | undefined;
};

/** What the shop must look like when everything has arrived; worked out from the data alone. */
export type ExpectedShop = {
  readonly products: readonly OpeningProduct[];
  readonly invoices: readonly RetailInvoice[];
  readonly lineCount: number;
  readonly totalMinor: bigint;
};

const SPARE_STOCK_MAX = 40;
const REORDER_LEVEL_MAX = 30;
const REORDER_CHANCE = 0.3;

/** So many invoices, spread over the shop's days (all, when there is no slice), and the products that take part. */
export function expectedShop(shop: RetailShop, slice: number | undefined, random: SeededRandom): ExpectedShop {
  const invoices = slice === undefined ? shop.invoices : spread(shop.invoices, slice);
  const sold = soldByProduct(invoices);
  const products = slice === undefined ? shop.products : shop.products.filter((product) => sold.has(product.key));
  return {
    products: products.map((product) => {
      const soldQuantity = sold.get(product.key) ?? 0;
      const openingStock = soldQuantity + random.between(0, SPARE_STOCK_MAX);
      const reorderLevel = random.chance(REORDER_CHANCE) ? random.between(1, REORDER_LEVEL_MAX) : undefined;
      return { ...product, soldQuantity, openingStock, reorderLevel };
    }),
    invoices,
    lineCount: invoices.reduce((count, invoice) => count + invoice.lines.length, 0),
    totalMinor: invoices.reduce((sum, invoice) => sum + invoiceTotalMinor(invoice), 0n),
  };
}

/** `count` of all, in their order and evenly far apart: the first few would all be of one day. */
function spread<One>(all: readonly One[], count: number): One[] {
  const stepOf = (index: number) => Math.floor((index * count) / all.length);
  return all.filter((_, index) => stepOf(index) !== stepOf(index - 1));
}

/** Prices have whole pence and quantities are whole, so nothing is rounded. */
export function invoiceTotalMinor(invoice: RetailInvoice): bigint {
  return invoice.lines.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitPriceMinor), 0n);
}

function soldByProduct(invoices: readonly RetailInvoice[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  for (const { productKey, quantity } of invoices.flatMap((invoice) => invoice.lines)) {
    sold.set(productKey, (sold.get(productKey) ?? 0) + quantity);
  }
  return sold;
}
