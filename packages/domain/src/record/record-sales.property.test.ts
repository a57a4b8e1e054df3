import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertSeverity } from "../alerts/alert-state.ts";
import { lineSubtotalMinor } from "../sale/line-subtotal.ts";
import { saleTotalMinor } from "../sale/sale-total.ts";
import type { SaleContent, SaleLineContent } from "../sale/sale-content.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import { newHistory, NOW_MS, recordAll, sale, shopState, type ShopHistory } from "./shop-history.test-support.ts";

const MINUTE_MS = 60_000;

const quantity = fc.integer({ min: 1, max: 6000 }).map((thousandths) => String(thousandths / 1000));
const price = fc.option(
  fc.integer({ min: 0, max: 999 }).map((minor) => String(minor / 100)),
  { nil: undefined },
);
const snapshot = fc.record({
  name: fc.constantFrom("Juice", "Milk"),
  sku: fc.constantFrom("JUICE", "MILK", "soap"),
  is_volatile: fc.boolean(),
});
const knownLine = fc.record({ product: fc.constantFrom(1, 1, 2, 3, 99), quantity, unit_price: price });
const newLine = fc.record({ product_data: snapshot, quantity, unit_price: price });
const items: fc.Arbitrary<SaleLineContent[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: knownLine }, { weight: 1, arbitrary: newLine }), {
    minLength: 1,
    maxLength: 4,
  })
  // JSON drops the undefined price: what is absent must be absent.
  .map((lines) => JSON.parse(JSON.stringify(lines)));

/** A sale under one of few ids, so that some meet, with times of their own, so that none ties. */
const anySale: fc.Arbitrary<SaleToRecord> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    items,
    minutesAgo: fc.integer({ min: 0, max: 3000 }),
    note: fc.constantFrom("a", "b"),
  })
  .map(({ id, minutesAgo, ...rest }) => {
    const content: SaleContent = {
      ...rest,
      client_timestamp: new Date(NOW_MS - minutesAgo * MINUTE_MS - id).toISOString(),
    };
    return sale(id, content);
  });
const anySales = fc.array(anySale, { maxLength: 20 });

/** Sales whose ids, contents and times differ: what permuting must not matter to. */
const distinctSales = anySales.map((all) => [...new Map(all.map((one) => [one.externalId, one])).values()]);

const recorded = (...batches: SaleToRecord[][]) => recordAll(newHistory(), batches);

describe("after any sales", () => {
  it("stock is the opening balance plus the movements, and each movement carries its balance", () => {
    fc.assert(
      fc.property(anySales, (sales) => {
        const { state, movements } = recorded(sales);
        for (const product of state.products.filter((one) => !one.isVolatile)) {
          let stock = shopState().products.find((one) => one.id === product.id)?.stockThousandths ?? 0;
          for (const movement of movements.filter((one) => one.productId === product.id)) {
            stock += movement.deltaThousandths;
            expect(movement.resultingStockThousandths).toBe(stock);
          }
          expect(product.stockThousandths).toBe(stock);
        }
      }),
    );
  });

  it("what left stock is what was sold, and nothing volatile moved", () => {
    fc.assert(
      fc.property(anySales, (all) => {
        const { state, movements, sales } = recorded(all);
        const volatile = new Set(state.products.filter((one) => one.isVolatile).map((one) => one.id));
        const sold = sales.flatMap((one) => one.lines.filter((line) => !volatile.has(line.productId)));
        const soldThousandths = sold.reduce((sum, line) => sum + line.quantityThousandths, 0);
        expect(movements.reduce((sum, one) => sum - one.deltaThousandths, 0)).toBe(soldThousandths);
        expect(movements.some((one) => volatile.has(one.productId))).toBe(false);
      }),
    );
  });

  it("totals and subtotals recompute", () => {
    fc.assert(
      fc.property(anySales, (all) => {
        for (const { lines, totalMinor } of recorded(all).sales) {
          expect(saleTotalMinor(lines.map((line) => line.subtotalMinor))).toEqual({ ok: true, value: totalMinor });
          for (const { quantityThousandths, unitPriceMinor, subtotalMinor } of lines) {
            expect(lineSubtotalMinor(quantityThousandths, unitPriceMinor)).toEqual({ ok: true, value: subtotalMinor });
          }
        }
      }),
    );
  });

  it("the daily figures are the sums of the sales", () => {
    fc.assert(
      fc.property(anySales, anySales, (first, second) => {
        const history = recorded(first, second);
        expect(summedDays(history)).toEqual(recomputedDays(history));
      }),
    );
  });

  it("a product has at most one open alert, and has one exactly while its stock is below its level", () => {
    fc.assert(
      fc.property(anySales, anySales, (first, second) => {
        const { state } = recorded(first, second);
        for (const product of state.products) {
          const open = state.openAlerts.filter((alert) => alert.productId === product.id);
          const severity = alertSeverity(product);
          expect(open.map((alert) => alert.severity)).toEqual(severity === undefined ? [] : [severity]);
        }
      }),
    );
  });

  it("a volatile product's price is that of its latest sale with a price", () => {
    fc.assert(
      fc.property(distinctSales, (all) => {
        const { state, sales } = recorded(all);
        const prices = sales.flatMap(({ content, correctedAtMs }) =>
          content.items.filter((line) => line.product === 3).map((line) => ({ price: line.unit_price, correctedAtMs })),
        );
        const priced = prices.filter((one) => one.price !== undefined);
        const latest = priced.reduce((best, one) => (one.correctedAtMs >= best.correctedAtMs ? one : best), {
          price: "1.5",
          correctedAtMs: 0,
        });
        expect(state.products.find((one) => one.id === 3)?.unitPriceMinor).toBe(Math.round(Number(latest.price) * 100));
      }),
    );
  });
});

describe("however sales arrive", () => {
  it("splitting a batch anywhere gives the same end", () => {
    fc.assert(
      fc.property(anySales, fc.nat(20), (sales, where) => {
        expect(withoutVersion(recorded(sales.slice(0, where), sales.slice(where)))).toEqual(
          withoutVersion(recorded(sales)),
        );
      }),
    );
  });

  it("sending all of them again changes nothing", () => {
    fc.assert(
      fc.property(anySales, (sales) => {
        const once = recorded(sales);
        const created = sales.filter((_, index) => once.results[index]?.status === "created");
        const again = recordAll(once, [created]);
        expect(again.state).toEqual({ ...once.state, shop: again.state.shop });
        expect(again.state.shop).toEqual(once.state.shop);
        expect(again.sales).toHaveLength(once.sales.length);
        expect(again.results.slice(once.results.length).every((one) => one.status === "duplicate")).toBe(true);
      }),
    );
  });

  it("their order does not matter to stock, prices as sold, days and who was refused", () => {
    const shuffled = distinctSales.chain((sales) =>
      fc.tuple(fc.constant(sales), fc.shuffledSubarray(sales, { minLength: sales.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sales, permuted]) => {
        const [inOrder, outOfOrder] = [sales, permuted].map((all) => recorded(all.filter(isOrderFree)));
        expect(orderFree(outOfOrder)).toEqual(orderFree(inOrder));
      }),
    );
  });

  it("a refused sale leaves no trace", () => {
    fc.assert(
      fc.property(anySales, (sales) => {
        const all = recorded(sales);
        const applied = sales.filter((_, index) => all.results[index]?.status !== "refused");
        expect(withoutResults(recorded(applied))).toEqual(withoutResults(all));
      }),
    );
  });
});

// A line without a price costs what the product costs when it arrives, and a new product is what its first sale says.
const isOrderFree = ({ content }: SaleToRecord) =>
  content.items.every((line) => line.unit_price !== undefined && line.product_data === undefined);

function orderFree(history: ShopHistory | undefined) {
  if (history === undefined) throw new Error("no history");
  return {
    products: history.state.products,
    days: summedDays(history),
    sold: history.sales.map(({ externalId, totalMinor }) => `${externalId} ${totalMinor}`).toSorted(),
    refused: history.results.flatMap((one) => (one.status === "refused" ? [one.externalId] : [])).toSorted(),
  };
}

function withoutVersion(history: ShopHistory): ShopHistory {
  // A version counts commits, and a split makes two of them.
  return {
    ...history,
    ...summedDays(history),
    state: { ...history.state, shop: { ...history.state.shop, version: 0 } },
  };
}

function withoutResults(history: ShopHistory): ShopHistory {
  return { ...history, results: [] };
}

type Sums = Record<string, bigint>;

function add(sums: Sums, key: string, amount: bigint | number): void {
  sums[key] = (sums[key] ?? 0n) + BigInt(amount);
}

function summedDays({ productDailySales, shopDailySales }: ShopHistory) {
  const sums: Sums = {};
  for (const { productId, businessDate, quantityThousandths, revenueMinor, lineCount } of productDailySales) {
    add(sums, `${businessDate} ${productId} quantity`, quantityThousandths);
    add(sums, `${businessDate} ${productId} revenue`, revenueMinor);
    add(sums, `${businessDate} ${productId} lines`, lineCount);
  }
  for (const { businessDate, saleCount, totalMinor } of shopDailySales) {
    add(sums, `${businessDate} sales`, saleCount);
    add(sums, `${businessDate} total`, totalMinor);
  }
  return { productDailySales: [], shopDailySales: [], sums };
}

function recomputedDays({ sales }: ShopHistory) {
  const sums: Sums = {};
  for (const { businessDate, lines, totalMinor } of sales) {
    add(sums, `${businessDate} sales`, 1);
    add(sums, `${businessDate} total`, totalMinor);
    for (const { productId, quantityThousandths, subtotalMinor } of lines) {
      add(sums, `${businessDate} ${productId} quantity`, quantityThousandths);
      add(sums, `${businessDate} ${productId} revenue`, subtotalMinor);
      add(sums, `${businessDate} ${productId} lines`, 1);
    }
  }
  return { productDailySales: [], shopDailySales: [], sums };
}
