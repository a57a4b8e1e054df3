import type { AnalyticsAnswer, ByDateAnswer, TrendAnswer } from "@duka/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSellingApp, saleBody, type SellingApp } from "../sales/testing/open-selling-app.ts";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { registerShop } from "../testing/register-shop.ts";

let opened: SellingApp;
beforeEach(async () => {
  // The clock stands at 2026-01-31 14:30 UTC, a Saturday.
  opened = await openSellingApp({ time_zone: "Africa/Nairobi" });
});
afterEach(async () => opened.close());

test("analytics adds up what a product sold, by weeks that start on Monday", async () => {
  await sell("2026-01-11", "1.5", "2.00");
  await sell("2026-01-12", "1", "2.00");
  await sell("2026-01-18", "0.5", "1.01");
  await sell("2026-01-31", "3", "1.50");
  const { product, ...figures } = await analytics("");
  expect(product).toMatchObject({ id: 1, name: "Soap", sku: "SOAP", is_volatile: false });
  expect(figures).toEqual({
    total_quantity_sold: 6,
    total_revenue: 10.01,
    average_unit_price: 1.67,
    period_breakdown: [
      { date: "2026-01-05", quantity: 1.5, revenue: 3 },
      { date: "2026-01-12", quantity: 1.5, revenue: 2.51 },
      { date: "2026-01-26", quantity: 3, revenue: 4.5 },
    ],
  });
});

test("the average price is rounded half away from zero", async () => {
  await sell("2026-01-31", "1", "0.01");
  await sell("2026-01-31", "1", "0.02");
  expect(await analytics("")).toMatchObject({ total_revenue: 0.03, average_unit_price: 0.02 });
});

test("months are calendar months and days are days", async () => {
  for (const date of ["2025-12-31", "2026-01-01", "2026-01-31"]) await sell(date, "1", "1");
  expect(await dates("monthly")).toEqual(["2025-12-01", "2026-01-01"]);
  expect(await dates("daily")).toEqual(["2025-12-31", "2026-01-01", "2026-01-31"]);
});

test("without dates it is the thirty days to today; with dates both ends belong to it", async () => {
  await sell("2026-01-01", "1", "1");
  await sell("2026-01-02", "1", "1");
  await sell("2026-02-01", "1", "1");
  expect((await analytics("")).total_quantity_sold).toBe(1);
  expect((await analytics("&start_date=2026-01-01&end_date=2026-02-01")).total_quantity_sold).toBe(3);
});

test("today is the shop's, with its day cut", async () => {
  // 21:30 UTC is half past midnight in Nairobi: Sunday, unless the shop's day starts at four.
  opened.clock.advance(7 * 3_600_000);
  await sell("2026-02-01", "1", "1");
  expect((await trend("period=daily")).map((it) => it.date)).toEqual(["2026-02-01"]);
  await opened.db.updateTable("shops").set({ day_cut_minutes: 240 }).where("id", "=", opened.shop.shopId).execute();
  expect(await trend("period=daily")).toEqual([]);
});

test("a volatile product has its figures too, and a product without sales has zeros", async () => {
  await opened.post("/api/products/", { name: "Bread", is_volatile: true });
  expect(await analytics("", 2)).toMatchObject({
    product: { is_volatile: true },
    total_quantity_sold: 0,
    total_revenue: 0,
    average_unit_price: 0,
    period_breakdown: [],
  });
  await sell("2026-01-31", "0.25", "8", 2);
  expect(await analytics("", 2)).toMatchObject({ total_quantity_sold: 0.25, total_revenue: 2, average_unit_price: 8 });
});

test("a currency without minor units is reported in whole units", async () => {
  const yen = await openSellingApp({ currency: "JPY" });
  await yen.post("/api/sales/", saleBody({ business_date: "2026-01-31" }));
  const answer = await yen.get("/api/sales/trend/");
  expect(answer.body).toBe('[{"date":"2026-01-26","count":1,"total_sales":1,"total_amount":150}]');
  await yen.close();
});

test.each([
  ["no product", "", 400, "validation_failed"],
  ["a product that is not a number", "product_id=soap", 400, "validation_failed"],
  ["an unknown product", "product_id=99", 404, "product_not_found"],
  ["a number no product can have", "product_id=99999999999999999999", 404, "product_not_found"],
  ["a day that does not exist", "product_id=1&start_date=2026-02-30", 400, "validation_failed"],
  ["an end before the start", "product_id=1&start_date=2026-01-02&end_date=2026-01-01", 400, "validation_failed"],
  ["a period we do not know", "product_id=1&period=hourly", 400, "validation_failed"],
])("analytics refuses %s", async (_, query, status, code) => {
  const answer = await opened.get(`/api/sales/analytics/?${query}`);
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code });
});

test("another shop's product is as absent as one that never was", async () => {
  const other = await registerShop(opened.app);
  const [foreign, absent] = await Promise.all(
    [1, 2].map((id) => callAs(opened.app, other.token, "GET", `/api/sales/analytics/?product_id=${id}`)),
  );
  expect(foreign?.statusCode).toBe(404);
  expect(foreign?.json<{ detail: string }>().detail).toBe(absent?.json<{ detail: string }>().detail);
});

test("trend counts the shop's sales by period", async () => {
  await sell("2026-01-30", "1", "2.50");
  await sell("2026-01-31", "1", "1.25");
  expect(await trend("from=2026-01-31&to=2026-01-31")).toEqual([
    { date: "2026-01-26", count: 1, total_sales: 1, total_amount: 1.25 },
  ]);
  expect(await trend("")).toEqual([{ date: "2026-01-26", count: 2, total_sales: 2, total_amount: 3.75 }]);
  expect((await opened.get("/api/sales/trend/?from=2026-02-02&to=2026-02-01")).statusCode).toBe(400);
});

test("a sale that is sent twice is counted once", async () => {
  const sale = saleBody({ business_date: "2026-01-31" });
  await opened.post("/api/sales/", sale);
  await opened.post("/api/sales/", sale);
  expect(await trend("")).toMatchObject([{ count: 1, total_amount: 1.5 }]);
});

test("sums beyond what a number holds exactly are still answered", async () => {
  for (let sale = 0; sale < 12; sale += 1) await sell("2026-01-31", "999999999", "9999");
  const minorUnits = 12n * 999_899_999_000_100n;
  expect(minorUnits).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  expect((await trend(""))[0]?.total_amount).toBe(119_987_999_880_012);
});

test("by_date tells one day's totals and its sales, newest first, page by page", async () => {
  for (const price of ["1", "2", "4"]) await sell("2026-01-30", "1", price);
  await sell("2026-01-31", "1", "8");
  const first = await opened.get("/api/sales/by_date/?date=2026-01-30&limit=2");
  expect(first.json<ByDateAnswer>()).toMatchObject([
    { date: "2026-01-30", total: 7, transactions: 3, sales: [{ total_amount: "4.00" }, { total_amount: "2.00" }] },
  ]);
  const next = /<(.*)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? "";
  const second = await opened.get(next);
  expect(second.json<ByDateAnswer>()).toMatchObject([{ total: 7, transactions: 3, sales: [{ total_amount: "1.00" }] }]);
  expect(second.headers.link).toBeUndefined();
});

test("by_date without a date is today, and a day without sales has zeros", async () => {
  expect((await opened.get("/api/sales/by_date/")).json()).toEqual([
    { date: "2026-01-31", total: 0, transactions: 0, sales: [] },
  ]);
  expect((await opened.get("/api/sales/by_date/?date=yesterday")).statusCode).toBe(400);
});

test("a cashier sees no reports, and of a day only what they sold themselves", async () => {
  const { token } = await addMember(opened.db, opened.shop.shopId, "cashier");
  await sell("2026-01-31", "1", "5");
  const line = { product: 1, quantity: 1, unit_price: "2" };
  await callAs(opened.app, token, "POST", "/api/sales/", saleBody({ business_date: "2026-01-31", items: [line] }));
  const own = await callAs(opened.app, token, "GET", "/api/sales/by_date/?date=2026-01-31");
  expect(own.json<ByDateAnswer>()).toMatchObject([{ total: 2, transactions: 1, sales: [{ total_amount: "2.00" }] }]);
  expect(own.json<ByDateAnswer>()[0]?.sales).toHaveLength(1);
  for (const url of ["/api/sales/analytics/?product_id=1", "/api/sales/trend/", "/api/dashboard/"]) {
    expect((await callAs(opened.app, token, "GET", url)).statusCode).toBe(403);
    expect((await opened.app.inject({ method: "GET", url })).statusCode).toBe(401);
  }
  const manager = await addMember(opened.db, opened.shop.shopId, "manager");
  expect((await callAs(opened.app, manager.token, "GET", "/api/dashboard/")).statusCode).toBe(200);
});

async function sell(date: string, quantity: string, price: string, product = 1): Promise<void> {
  const items = [{ product, quantity, unit_price: price }];
  const answer = await opened.post("/api/sales/", saleBody({ business_date: date, items }));
  expect(answer.statusCode).toBe(201);
}

async function analytics(query: string, product = 1): Promise<AnalyticsAnswer> {
  const answer = await opened.get(`/api/sales/analytics/?product_id=${product}${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function dates(period: string): Promise<readonly string[]> {
  const { period_breakdown } = await analytics(`&start_date=2025-12-01&end_date=2026-01-31&period=${period}`);
  return period_breakdown.map(({ date }) => date);
}

async function trend(query: string): Promise<TrendAnswer> {
  const answer = await opened.get(`/api/sales/trend/?${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
