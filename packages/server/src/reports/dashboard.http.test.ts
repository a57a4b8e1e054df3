import type { DashboardAnswer } from "@duka/protocol";
import type { KyselyPlugin } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSellingApp, saleBody, type SellingApp } from "../sales/testing/open-selling-app.ts";
import { DASHBOARD_STATEMENTS_MAX, readDashboard } from "./read-dashboard.ts";

let opened: SellingApp;
beforeEach(async () => {
  opened = await openSellingApp();
});
afterEach(async () => opened.close());

test("an empty day is zeros, and what happened before is still there", async () => {
  await opened.post("/api/sales/", saleBody({ business_date: "2026-01-30" }));
  expect(await dashboard()).toMatchObject({
    sales_today: { count: 0, revenue: 0 },
    recent_sales: [{ id: 1, business_date: "2026-01-30" }],
    low_stock_count: 0,
    recent_movements: [{ movement_type: "SALE", delta: -1 }, { movement_type: "INITIAL" }],
    critical_alerts: [],
    critical_alert_count: 0,
  });
});

test("it shows today's sales and what is running out", async () => {
  await sellSoap("7", "1.10");
  expect(await dashboard()).toMatchObject({
    sales_today: { count: 1, revenue: 7.7 },
    low_stock_count: 1,
    critical_alerts: [],
    critical_alert_count: 0,
  });
  await sellSoap("3", "1.10");
  expect(await dashboard()).toMatchObject({
    sales_today: { count: 2, revenue: 11 },
    low_stock_count: 1,
    critical_alerts: [{ product: { name: "Soap", stock: 0 }, severity: "critical" }],
    critical_alert_count: 1,
  });
  await opened.post("/api/alerts/acknowledge-all/", {});
  expect(await dashboard()).toMatchObject({ low_stock_count: 1, critical_alerts: [], critical_alert_count: 0 });
});

test("it stays within its budget of statements however much there is to show", async () => {
  for (let sale = 0; sale < 15; sale += 1) await sellSoap("1", "1");
  let statementCount = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statementCount += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const counting = { db: opened.db.withPlugin(counter), clock: opened.clock };
  const shown = await readDashboard(counting, opened.shop.shopId);
  expect(shown.recent_sales).toHaveLength(10);
  expect(shown.recent_movements).toHaveLength(10);
  expect(statementCount).toBeGreaterThan(3);
  expect(statementCount).toBeLessThanOrEqual(DASHBOARD_STATEMENTS_MAX);
});

async function dashboard(): Promise<DashboardAnswer> {
  const answer = await opened.get("/api/dashboard/");
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function sellSoap(quantity: string, price: string): Promise<void> {
  const items = [{ product: 1, quantity, unit_price: price }];
  await opened.post("/api/sales/", saleBody({ business_date: "2026-01-31", items }));
}
