import type { AlertAnswer, AlertListAnswer, AlertSettings } from "@duka/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSellingApp, type SellingApp } from "../sales/testing/open-selling-app.ts";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { registerShop } from "../testing/register-shop.ts";

const LOW = "/api/alerts/low-stock/";
const HISTORY = "/api/alerts/history/";
const DAY_MS = 86_400_000;

let opened: SellingApp;
beforeEach(async () => {
  // Soap: ten pieces, reorder level 5.
  opened = await openSellingApp();
});
afterEach(async () => opened.close());

test("stock at the reorder level is no alert, below it is one, with the product as it is now", async () => {
  await sell(5);
  expect((await list(LOW)).alerts).toEqual([]);
  await sell(1);
  expect(await list(LOW)).toEqual({
    alerts: [
      {
        id: 1,
        product: { id: 1, name: "Soap", sku: "SOAP", stock: 4, reorder_level: 5 },
        severity: "info",
        message: "Soap: 4 left, reorder level 5",
        triggered_at: "2026-01-31T14:30:00.000Z",
        acknowledged: false,
        days_low_stock: 0,
      },
    ],
    unread_count: 1,
    critical_count: 0,
  });
});

test("the days that stock is low are whole days, and stop when it is back", async () => {
  await sell(6);
  opened.clock.advance(2 * DAY_MS - 1);
  expect((await list(LOW)).alerts).toMatchObject([{ days_low_stock: 1 }]);
  opened.clock.advance(1);
  expect((await list(LOW)).alerts).toMatchObject([{ days_low_stock: 2 }]);
  await move(6);
  opened.clock.advance(5 * DAY_MS);
  expect((await list(HISTORY)).alerts).toMatchObject([{ days_low_stock: 2, product: { stock: 10 } }]);
});

test("an acknowledged alert leaves the unread list and stays in the history", async () => {
  await sell(6);
  const answer = await opened.post("/api/alerts/acknowledge/", { alert_ids: 1 });
  expect(answer.json()).toEqual({ message: "1 alert acknowledged." });
  expect(await list(LOW)).toEqual({ alerts: [], unread_count: 0, critical_count: 0 });
  expect((await list(HISTORY)).alerts).toMatchObject([{ id: 1, acknowledged: true }]);
});

test("an acknowledged alert comes back when it gets worse, and not before", async () => {
  await sell(6);
  await opened.post("/api/alerts/acknowledge/", { alert_ids: [1] });
  await sell(1);
  expect((await list(LOW)).alerts).toEqual([]);
  await sell(1);
  expect(await list(LOW)).toMatchObject({ alerts: [{ id: 1, severity: "warning", acknowledged: false }] });
});

test("stock that recovers and falls again is a new alert", async () => {
  await sell(6);
  await opened.post("/api/alerts/acknowledge-all/", {});
  await move(1);
  expect((await list(LOW)).alerts).toEqual([]);
  await sell(1);
  expect((await list(LOW)).alerts.map(({ id }) => id)).toEqual([2]);
  expect((await list(HISTORY)).alerts.map(({ id }) => id)).toEqual([2, 1]);
});

test("acknowledging all takes every unread one, and again is no error", async () => {
  await addLowProducts(3);
  expect((await opened.post("/api/alerts/acknowledge-all/", {})).json()).toEqual({ message: "3 alerts acknowledged." });
  expect((await opened.post("/api/alerts/acknowledge-all/", "")).json()).toEqual({ message: "0 alerts acknowledged." });
});

test("acknowledging is pulled by tills: it moves the shop's version and the alert's, once", async () => {
  await addLowProducts(1);
  const before = await version();
  await opened.post("/api/alerts/acknowledge/", { alert_ids: [1] });
  expect(await version()).toBe(before + 1);
  const { version: stamped } = await opened.db
    .selectFrom("alerts")
    .select("version")
    .where("shop_id", "=", opened.shop.shopId)
    .executeTakeFirstOrThrow();
  expect(stamped).toBe(before + 1);
  await opened.post("/api/alerts/acknowledge/", { alert_ids: [1] });
  expect(await version()).toBe(before + 1);
});

test("lists are paged newest first, and the counts are of the whole shop", async () => {
  await addLowProducts(5);
  const ids: number[] = [];
  let url: string | undefined = `${LOW}?limit=2`;
  while (url !== undefined && ids.length < 10) {
    const answer = await opened.get(url);
    const page = answer.json<AlertListAnswer>();
    expect(page).toMatchObject({ unread_count: 5, critical_count: 5 });
    ids.push(...page.alerts.map(({ id }) => id));
    url = /<(.*)>; rel="next"/.exec(String(answer.headers.link ?? ""))?.[1];
  }
  expect(ids).toEqual([5, 4, 3, 2, 1]);
});

test.each([
  ["nothing", {}],
  ["an empty list", { alert_ids: [] }],
  ["a text", { alert_ids: "1" }],
  ["a fraction", { alert_ids: 1.5 }],
  ["null", { alert_ids: null }],
])("acknowledging %s is 400", async (_, body) => {
  expect((await opened.post("/api/alerts/acknowledge/", body)).statusCode).toBe(400);
});

test("an id that the shop never had, or that is another shop's, is 404 and acknowledges none of the others", async () => {
  const other = await registerShop(opened.app);
  await addLowProducts(2);
  const foreign = await callAs(opened.app, other.token, "POST", "/api/alerts/acknowledge/", { alert_ids: 1 });
  const absent = await opened.post("/api/alerts/acknowledge/", { alert_ids: [1, 99] });
  expect([foreign.statusCode, absent.statusCode]).toEqual([404, 404]);
  expect(foreign.json<{ detail: string }>().detail).toBe(absent.json<{ detail: string }>().detail);
  expect((await list(LOW)).unread_count).toBe(2);
  expect((await callAs(opened.app, other.token, "GET", HISTORY)).json<AlertListAnswer>().alerts).toEqual([]);
});

test("a cashier reads alerts and does not acknowledge them; a manager does", async () => {
  await addLowProducts(1);
  const cashier = await addMember(opened.db, opened.shop.shopId, "cashier");
  const manager = await addMember(opened.db, opened.shop.shopId, "manager");
  expect((await callAs(opened.app, cashier.token, "GET", LOW)).json<AlertListAnswer>().alerts).toHaveLength(1);
  for (const url of ["/api/alerts/acknowledge/", "/api/alerts/acknowledge-all/"]) {
    expect((await callAs(opened.app, cashier.token, "POST", url, { alert_ids: 1 })).statusCode).toBe(403);
    expect((await callAs(opened.app, manager.token, "POST", url, { alert_ids: 1 })).statusCode).toBe(200);
  }
  expect((await opened.app.inject({ method: "GET", url: LOW })).statusCode).toBe(401);
});

test("each member has settings of their own; what is not sent stays", async () => {
  const url = "/api/alerts/settings/";
  const cashier = await addMember(opened.db, opened.shop.shopId, "cashier");
  expect((await opened.get(url)).json<AlertSettings>()).toEqual({ notify_email: true, notify_inapp: true });
  const put = (body: object) => callAs(opened.app, opened.shop.token, "PUT", url, body);
  expect((await put({ notify_email: false })).json()).toEqual({ notify_email: false, notify_inapp: true });
  expect((await put({ notify_inapp: false, user_id: 99 })).json()).toEqual({
    notify_email: false,
    notify_inapp: false,
  });
  expect((await opened.get(url)).json()).toEqual({ notify_email: false, notify_inapp: false });
  expect((await callAs(opened.app, cashier.token, "GET", url)).json()).toEqual({
    notify_email: true,
    notify_inapp: true,
  });
  expect((await put({ notify_email: "yes" })).statusCode).toBe(400);
});

test("messages are in the shop's language", async () => {
  await opened.db.updateTable("shops").set({ language: "fr" }).where("id", "=", opened.shop.shopId).execute();
  await sell(6);
  expect((await list(LOW)).alerts.map(({ message }) => message)).toEqual(["Soap : il reste 4, seuil de commande 5"]);
});

test("an alert that opens has the owner told, by a sale and by a movement alike; one that only changes has not", async () => {
  await sell(6);
  expect(await noticeKeys()).toEqual(["1"]);
  await sell(3);
  expect(await noticeKeys()).toEqual(["1"]);
  await opened.post("/api/alerts/acknowledge-all/", {});
  await move(-1);
  expect(await noticeKeys()).toEqual(["1", "1/critical"]);
});

async function list(url: string): Promise<AlertListAnswer> {
  const answer = await opened.get(url);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function sell(quantity: number): Promise<void> {
  await opened.post("/api/sales/", { items: [{ product: 1, quantity }] });
}

async function move(delta: number): Promise<void> {
  await opened.post("/api/stock-movements/", { product: 1, delta });
}

/** Products whose stock is nothing from the start. */
async function addLowProducts(count: number): Promise<readonly AlertAnswer["product"][]> {
  const products: AlertAnswer["product"][] = [];
  for (let number = 1; number <= count; number += 1) {
    const answer = await opened.post("/api/products/", { name: `Low ${number}`, stock: 0, reorder_level: 5 });
    products.push(answer.json());
  }
  return products;
}

async function version(): Promise<number> {
  const shop = opened.db.selectFrom("shops").select("version").where("id", "=", opened.shop.shopId);
  return (await shop.executeTakeFirstOrThrow()).version;
}

async function noticeKeys(): Promise<readonly string[]> {
  const notices = opened.db.selectFrom("jobs").select("job_key").where("shop_id", "=", opened.shop.shopId);
  return (await notices.where("kind", "=", "low_stock_notice").orderBy("job_key").execute()).map((it) => it.job_key);
}
