import type { Database } from "@duka/server";
import { type Check, amountCheck, countCheck, noneCheck } from "../check.ts";
import type { ExpectedShop } from "../expected-shop.ts";

/** Looks under the API: the stored rows must agree with one another and with the data. */
export async function checkShopByDatabase(db: Database, shopId: string, expected: ExpectedShop): Promise<Check[]> {
  const shop = { db, shopId };
  return [
    ...(await checkTotals(shop, expected)),
    ...(await checkLedger(shop)),
    ...(await checkDevices(shop)),
    ...(await checkDays(shop)),
  ];
}

type Shop = { readonly db: Database; readonly shopId: string };

async function checkTotals({ db, shopId }: Shop, expected: ExpectedShop): Promise<Check[]> {
  const sales = await db
    .selectFrom("sales")
    .select(["external_id", "total_minor"])
    .where("shop_id", "=", shopId)
    .execute();
  const lines = await db.selectFrom("sale_lines").select(["subtotal_minor"]).where("shop_id", "=", shopId).execute();
  return [
    countCheck("stored sales", expected.invoices.length, sales.length),
    countCheck("stored lines", expected.lineCount, lines.length),
    amountCheck("sum of the stored totals", expected.totalMinor, sum(sales.map((sale) => sale.total_minor))),
    amountCheck("sum of the stored subtotals", expected.totalMinor, sum(lines.map((line) => line.subtotal_minor))),
    countCheck("stored external ids", expected.invoices.length, new Set(sales.map((sale) => sale.external_id)).size),
  ];
}

function sum(amounts: readonly number[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(amount), 0n);
}

async function checkLedger({ db, shopId }: Shop): Promise<Check[]> {
  const products = await db
    .selectFrom("products")
    .select(["id", "stock_thousandths"])
    .where("shop_id", "=", shopId)
    .execute();
  const movements = await db
    .selectFrom("stock_movements")
    .select(["id", "product_id", "delta_thousandths", "resulting_stock_thousandths"])
    .where("shop_id", "=", shopId)
    .orderBy("id")
    .execute();
  const balance = new Map<number, number>();
  const broken: string[] = [];
  for (const movement of movements) {
    const after = (balance.get(movement.product_id) ?? 0) + movement.delta_thousandths;
    balance.set(movement.product_id, after);
    if (after !== movement.resulting_stock_thousandths) broken.push(`movement ${movement.id}`);
  }
  const wrong = products.filter((product) => product.stock_thousandths !== (balance.get(product.id) ?? 0));
  return [
    noneCheck("movements whose resulting stock does not follow from the ones before", broken),
    noneCheck(
      "stored stock that is not the sum of the ledger",
      wrong.map((product) => `product ${product.id}`),
    ),
  ];
}

async function checkDevices({ db, shopId }: Shop): Promise<Check[]> {
  const results = await db
    .selectFrom("device_results")
    .select(["device_id", "incarnation", "device_seq", "item_id"])
    .where("shop_id", "=", shopId)
    .execute();
  const marks = await db
    .selectFrom("device_incarnations")
    .select(["device_id", "incarnation", "contiguous_device_seq"])
    .where("shop_id", "=", shopId)
    .execute();
  const quarantined = await db.selectFrom("quarantined_items").select("id").where("shop_id", "=", shopId).execute();
  const conflicts = await db.selectFrom("sale_conflicts").select("external_id").where("shop_id", "=", shopId).execute();
  const numbers = new Set(results.map((row) => [row.device_id, row.incarnation, row.device_seq].join("/")));
  const contiguous = marks.reduce((total, mark) => total + mark.contiguous_device_seq, 0);
  return [
    countCheck("device numbers answered, each for one sale", results.length, numbers.size),
    countCheck("device numbers in without a hole", results.length, contiguous),
    countCheck(
      "incarnations: no till lost its outbox",
      new Set(marks.map((mark) => mark.device_id)).size,
      marks.length,
    ),
    countCheck("quarantined items", 0, quarantined.length),
    countCheck("sales with conflicting contents", 0, conflicts.length),
  ];
}

async function checkDays({ db, shopId }: Shop): Promise<Check[]> {
  const sales = await db
    .selectFrom("sales")
    .select(["business_date", "total_minor"])
    .where("shop_id", "=", shopId)
    .execute();
  const days = await db
    .selectFrom("shop_daily_sales")
    .select(["business_date", "sale_count", "total_minor"])
    .where("shop_id", "=", shopId)
    .execute();
  const recomputed = new Map<string, { count: number; totalMinor: number }>();
  for (const sale of sales) {
    const day = recomputed.get(sale.business_date) ?? { count: 0, totalMinor: 0 };
    recomputed.set(sale.business_date, { count: day.count + 1, totalMinor: day.totalMinor + sale.total_minor });
  }
  const wrong = days.filter((day) => {
    const own = recomputed.get(day.business_date);
    return own?.count !== day.sale_count || own.totalMinor !== day.total_minor;
  });
  return [
    countCheck("days with sales", recomputed.size, days.length),
    noneCheck(
      "days whose kept figures are not the sum of their sales",
      wrong.map((day) => day.business_date),
    ),
  ];
}
