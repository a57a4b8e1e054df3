import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
let product: number;
beforeAll(async () => {
  opened = await openTestApp();
});
beforeEach(async () => {
  shop = await registerShop(opened.app);
  const created = await callAs(opened.app, shop.token, "POST", "/api/products/", { name: "Soap", sku: "S", stock: 10 });
  product = created.json<{ id: number }>().id;
});
afterAll(async () => opened.close());

const EXTERNAL_ID = "0197c0de-5f00-7abc-8def-0123456789ab";
const move = async (fields: object) =>
  callAs(opened.app, shop.token, "POST", "/api/stock-movements/", { product, ...fields });
const stock = async () =>
  (await callAs(opened.app, shop.token, "GET", `/api/products/${product}/`)).json<{ stock: number }>().stock;
const list = async (query = "") =>
  (await callAs(opened.app, shop.token, "GET", `/api/stock-movements/${query}`)).json<{ id: number }[]>();

test("goods that come in are a RESTOCK, what is put right an ADJUSTMENT", async () => {
  const restock = await move({ delta: 2.5, reason: "Delivery" });
  expect(restock.statusCode).toBe(201);
  expect(restock.json()).toEqual({
    id: 2,
    product,
    sku: "S",
    product_name: "Soap",
    delta: 2.5,
    resulting_stock: 12.5,
    performed_by: shop.userId,
    performed_by_name: shop.username,
    reason: "Delivery",
    movement_type: "RESTOCK",
    timestamp: new Date(opened.clock.nowMs()).toISOString(),
  });
  expect((await move({ delta: "-0.100" })).json()).toMatchObject({ movement_type: "ADJUSTMENT", delta: -0.1 });
  expect(await stock()).toBe(12.4);
});

test("decimals that binary arithmetic would blur stay exact", async () => {
  for (let times = 0; times < 3; times += 1) await move({ delta: 0.1 });
  expect(await stock()).toBe(10.3);
});

test("stock may go below zero", async () => {
  expect((await move({ delta: -12 })).json()).toMatchObject({ resulting_stock: -2 });
});

test("a repeated external_id is one movement, however it is written", async () => {
  const first = await move({ delta: 5, external_id: EXTERNAL_ID });
  const again = await move({ delta: "5.000", external_id: `{${EXTERNAL_ID.toUpperCase()}}` });
  expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
  expect(again.json()).toEqual(first.json());
  expect(await stock()).toBe(15);
  const other = await move({ delta: 6, external_id: EXTERNAL_ID });
  expect(other.json()).toMatchObject({ status: 422, code: "external_id_reused" });
  expect(await stock()).toBe(15);
});

test("ten of the same at once have one effect", async () => {
  const sent = Array.from({ length: 10 }, async () => move({ delta: 5, external_id: EXTERNAL_ID }));
  const statuses = (await Promise.all(sent)).map((answer) => answer.statusCode);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 200)).toHaveLength(9);
  expect(await stock()).toBe(15);
});

test("twenty different ones at once all count, and each result follows from the one before", async () => {
  await Promise.all(Array.from({ length: 20 }, async () => move({ delta: 1 })));
  expect(await stock()).toBe(30);
  const chain = await opened.db
    .selectFrom("stock_movements")
    .select(["delta_thousandths", "resulting_stock_thousandths"])
    .where("shop_id", "=", shop.shopId)
    .orderBy("id")
    .execute();
  let balance = 0;
  for (const movement of chain) {
    balance += movement.delta_thousandths;
    expect(movement.resulting_stock_thousandths).toBe(balance);
  }
});

test.each([0, "0.000", "1.0005", "NaN", "1e400", "", true, null, "1000000000000"])(
  "refuses the delta %j",
  async (delta) => {
    expect((await move({ delta })).statusCode).toBe(400);
    expect(await stock()).toBe(10);
  },
);

test("stock beyond what can be held is refused, not wrong", async () => {
  await move({ delta: "999999999980" });
  expect((await move({ delta: "999999999980" })).json()).toMatchObject({ status: 400, code: "stock_out_of_range" });
});

test("an unknown product and a volatile one are told apart", async () => {
  expect((await move({ product: 99, delta: 1 })).json()).toMatchObject({ status: 404, code: "product_not_found" });
  await callAs(opened.app, shop.token, "PATCH", `/api/products/${product}/`, { is_volatile: true });
  expect((await move({ delta: 1 })).json()).toMatchObject({ status: 400, code: "product_has_no_stock" });
});

test("a movement opens the low-stock alert and closes it again", async () => {
  await callAs(opened.app, shop.token, "PATCH", `/api/products/${product}/`, { reorder_level: 8 });
  const open = async () =>
    opened.db
      .selectFrom("alerts")
      .select("severity")
      .where("shop_id", "=", shop.shopId)
      .where("open_product_id", "=", product)
      .execute();
  await move({ delta: -3 });
  expect(await open()).toEqual([{ severity: "info" }]);
  await move({ delta: -7 });
  expect(await open()).toEqual([{ severity: "critical" }]);
  await move({ delta: 8 });
  expect(await open()).toEqual([]);
});

test("the ledger is listed newest first, per product, in pages", async () => {
  await move({ delta: 1 });
  await move({ delta: 2 });
  expect((await list()).map((movement) => movement.id)).toEqual([3, 2, 1]);
  const page = await callAs(opened.app, shop.token, "GET", "/api/stock-movements/?limit=2");
  const next = /<([^>]+)>/.exec(String(page.headers.link))?.[1] ?? "";
  expect((await callAs(opened.app, shop.token, "GET", next)).json()).toMatchObject([{ id: 1 }]);
  expect(await list("?product=99")).toEqual([]);
});

test("a cashier neither sees the ledger nor adds to it; another shop's product is not there", async () => {
  const cashier = await addMember(opened.db, shop.shopId, "cashier");
  expect((await callAs(opened.app, cashier.token, "GET", "/api/stock-movements/")).statusCode).toBe(403);
  const sent = await callAs(opened.app, cashier.token, "POST", "/api/stock-movements/", { product, delta: 1 });
  expect(sent.statusCode).toBe(403);
  const other = await registerShop(opened.app);
  const foreign = await callAs(opened.app, other.token, "POST", "/api/stock-movements/", { product, delta: 1 });
  expect(foreign.json()).toMatchObject({ status: 404, code: "product_not_found" });
  expect(await stock()).toBe(10);
});
