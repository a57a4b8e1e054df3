import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { callAs } from "../../packages/server/src/testing/call-as.ts";
import { openTestApp, type TestApp } from "../../packages/server/src/testing/open-test-app.ts";
import { registerShop, TEST_PASSWORD, type TestShop } from "../../packages/server/src/testing/register-shop.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
const TILL = "0197c0de-0000-7000-8000-00000000000a";

describeEachDatabase("what an owner asks for", (database) => {
  let db: Database;
  let opened: TestApp;
  let shop: TestShop;
  beforeAll(async () => {
    db = await openContractDatabase(database());
    opened = await openTestApp({ database: db });
    shop = await registerShop(opened.app, { time_zone: "Africa/Nairobi" });
    await ask("POST", "/api/products/", { name: "Soap", stock: 10, reorder_level: 5, unit_price: "1.50" });
    await sell("2026-01-12", "1.5");
    await sell("2026-01-31", "4.5");
  });
  afterAll(async () => {
    await opened.close();
    await db.destroy();
  });

  test("analytics and trend come from the rollups", async () => {
    expect(await ask("GET", "/api/sales/analytics/?product_id=1")).toMatchObject({
      total_quantity_sold: 6,
      total_revenue: 9,
      average_unit_price: 1.5,
      period_breakdown: [
        { date: "2026-01-12", quantity: 1.5, revenue: 2.25 },
        { date: "2026-01-26", quantity: 4.5, revenue: 6.75 },
      ],
    });
    expect(await ask("GET", "/api/sales/trend/?period=monthly")).toEqual([
      { date: "2026-01-01", count: 2, total_sales: 2, total_amount: 9 },
    ]);
  });

  test("a rollup beyond 2^53 is read", async () => {
    const far = {
      shop_id: shop.shopId,
      business_date: "2020-01-01",
      sale_count: 1,
      total_minor: 9_007_199_254_740_991,
    };
    await db.insertInto("shop_daily_sales").values(far).execute();
    await db
      .updateTable("shop_daily_sales")
      .set((row) => ({ total_minor: row("total_minor", "+", row.ref("total_minor")) }))
      .where("shop_id", "=", shop.shopId)
      .where("business_date", "=", "2020-01-01")
      .execute();
    const trend = await ask("GET", "/api/sales/trend/?from=2020-01-01&to=2020-01-02");
    expect(trend).toMatchObject([{ total_amount: Number("180143985094819.82") }]);
  });

  test("a day, and the dashboard of today", async () => {
    expect(await ask("GET", "/api/sales/by_date/?date=2026-01-12")).toMatchObject([
      { date: "2026-01-12", total: 2.25, transactions: 1, sales: [{ total_amount: "2.25" }] },
    ]);
    expect(await ask("GET", "/api/dashboard/")).toMatchObject({
      sales_today: { count: 1, revenue: 6.75 },
      low_stock_count: 1,
      recent_movements: [{ movement_type: "SALE" }, { movement_type: "SALE" }, { movement_type: "INITIAL" }],
      critical_alerts: [],
    });
  });

  test("an alert is acknowledged once, and settings are kept per member", async () => {
    expect(await ask("GET", "/api/alerts/low-stock/")).toMatchObject({ alerts: [{ id: 1 }], unread_count: 1 });
    expect(await ask("POST", "/api/alerts/acknowledge/", { alert_ids: [1] })).toEqual({
      message: "1 alert acknowledged.",
    });
    expect(await ask("POST", "/api/alerts/acknowledge-all/", {})).toEqual({ message: "0 alerts acknowledged." });
    expect(await ask("GET", "/api/alerts/history/")).toMatchObject({ alerts: [{ acknowledged: true }] });
    for (const notify_email of [false, true, false]) {
      const settings = { notify_email, notify_inapp: true };
      expect(await ask("PUT", "/api/alerts/settings/", settings)).toEqual(settings);
    }
  });

  test("a person is invited, joins, is removed and comes back", async () => {
    const other = await registerShop(opened.app);
    for (const role of ["cashier", "manager"]) {
      const { code } = (await ask("POST", "/api/members/", { username: other.username, role })) as { code: string };
      const accepted = { code, username: other.username, password: TEST_PASSWORD };
      expect(await ask("POST", "/api/invitations/accept/", accepted)).toMatchObject({ user: { id: other.userId } });
      expect(await ask("GET", "/api/members/")).toMatchObject([{ role: "owner" }, { id: other.userId, role }]);
      if (role === "cashier") await ask("DELETE", `/api/members/${other.userId}/`);
    }
  });

  test("two who hold one code, and two owners who remove each other: one of them wins", async () => {
    const { code } = (await ask("POST", "/api/members/", { username: "amina", role: "owner" })) as { code: string };
    const joined = await Promise.all(
      ["amina", "baraka"].map((username) =>
        opened.app.inject({
          method: "POST",
          url: "/api/invitations/accept/",
          payload: { code, username, password: TEST_PASSWORD, email: `${username}@example.com` },
        }),
      ),
    );
    expect(joined.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    const winner = joined.find(({ statusCode }) => statusCode === 201)?.json<{ token: string; user: { id: number } }>();
    const removed = await Promise.all([
      callAs(opened.app, winner?.token ?? "", "DELETE", `/api/members/${shop.userId}/`),
      callAs(opened.app, shop.token, "DELETE", `/api/members/${winner?.user.id}/`),
    ]);
    expect(removed.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    // Whoever is left goes on.
    if (removed[0]?.statusCode === 204) shop = { ...shop, token: winner?.token ?? "" };
  });

  test("a till is listed, renamed and revoked", async () => {
    await ask("POST", "/api/sync/enrol/", { device_id: TILL, device_name: "Counter" });
    await ask("PATCH", `/api/devices/${TILL}/`, { name: "Door" });
    await ask("DELETE", `/api/devices/${TILL}/`);
    expect(await ask("GET", "/api/devices/")).toMatchObject([
      { id: TILL, name: "Door", revoked_at: expect.any(String) },
    ]);
  });

  async function ask(method: Method, url: string, body?: object): Promise<unknown> {
    const answer = await callAs(opened.app, shop.token, method, url, body);
    if (answer.statusCode >= 400) throw new Error(`${method} ${url}: ${answer.body} ${opened.errorLines.join()}`);
    return answer.body === "" ? undefined : answer.json();
  }

  async function sell(date: string, quantity: string): Promise<void> {
    await ask("POST", "/api/sales/", { business_date: date, items: [{ product: 1, quantity }] });
  }
});
