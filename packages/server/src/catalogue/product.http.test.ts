import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
beforeAll(async () => {
  opened = await openTestApp();
});
beforeEach(async () => {
  shop = await registerShop(opened.app);
});
afterAll(async () => opened.close());

type Call = Parameters<typeof callAs> extends [unknown, unknown, ...infer Rest] ? Rest : never;
const call = async (...request: Call) => callAs(opened.app, shop.token, ...request);
const create = async (fields: object) => (await call("POST", "/api/products/", fields)).json<{ id: number }>();
const read = async (id: number) => (await call("GET", `/api/products/${id}/`)).json<Record<string, unknown>>();
const movements = async () => (await call("GET", "/api/stock-movements/")).json<Record<string, unknown>[]>();
const openAlerts = async () =>
  opened.db
    .selectFrom("alerts")
    .select(["severity", "product_id"])
    .where("shop_id", "=", shop.shopId)
    .where("open_product_id", "is not", null)
    .execute();

test("a new product has the shop's next id and everything that was said about it", async () => {
  const first = await create({ name: "Soap" });
  const answer = await call("POST", "/api/products/", {
    uid: "{0197C0DE-5F00-7ABC-8DEF-0123456789AB}",
    name: "  Juice 100 ml ",
    sku: " Juice-100 ",
    barcode: "6001234567890",
    unit_price: 1.5,
    unit: "bottle",
    stock: "10.500",
    reorder_level: 4,
  });
  expect(answer.statusCode).toBe(201);
  expect(first.id).toBe(1);
  expect(answer.json()).toEqual({
    id: 2,
    uid: "0197c0de-5f00-7abc-8def-0123456789ab",
    user: shop.userId,
    sku: "Juice-100",
    barcode: "6001234567890",
    name: "Juice 100 ml",
    description: "",
    unit_price: "1.50",
    unit: "bottle",
    stock_mode: "TRACKED",
    is_volatile: false,
    stock: 10.5,
    reorder_level: 4,
    active: true,
    created_at: new Date(opened.clock.nowMs()).toISOString(),
    updated_at: new Date(opened.clock.nowMs()).toISOString(),
  });
});

test("the opening balance is an INITIAL movement", async () => {
  const { id } = await create({ name: "Soap", stock: 10 });
  expect(await movements()).toMatchObject([
    { product: id, delta: 10, resulting_stock: 10, movement_type: "INITIAL", performed_by: shop.userId },
  ]);
});

test("a volatile product has neither stock nor reorder level", async () => {
  const { id } = await create({ name: "Bread", is_volatile: true, reorder_level: 5, stock: 0 });
  expect(await read(id)).toMatchObject({ stock: null, reorder_level: null, stock_mode: "UNTRACKED" });
  const refused = await call("POST", "/api/products/", { name: "Loaf", is_volatile: true, stock: 3 });
  expect(refused.json()).toMatchObject({ status: 400, code: "product_has_no_stock" });
});

test("a currency without decimals has prices without decimals", async () => {
  const yen = await registerShop(opened.app, { currency: "JPY" });
  const whole = await callAs(opened.app, yen.token, "POST", "/api/products/", { name: "Tea", unit_price: "350.00" });
  expect(whole.json()).toMatchObject({ unit_price: "350" });
  const parts = await callAs(opened.app, yen.token, "POST", "/api/products/", { name: "Rice", unit_price: "3.5" });
  expect(parts.statusCode).toBe(400);
});

test("SKU and barcode are the shop's alone, whatever their case and surrounding space", async () => {
  const { id } = await create({ name: "Soap", sku: "Soap-1", barcode: "ABC" });
  const sku = await call("POST", "/api/products/", { name: "Other", sku: " SOAP-1" });
  expect(sku.json()).toMatchObject({ status: 409, code: "sku_taken" });
  const other = await create({ name: "Other" });
  const barcode = await call("PATCH", `/api/products/${other.id}/`, { barcode: "abc " });
  expect(barcode.json()).toMatchObject({ status: 409, code: "barcode_taken" });
  await call("DELETE", `/api/products/${id}/`);
  const archived = await call("POST", "/api/products/", { name: "New soap", sku: "soap-1" });
  expect(archived.json<{ detail: string }>().detail).toContain("archived");
  const elsewhere = await registerShop(opened.app);
  const free = await callAs(opened.app, elsewhere.token, "POST", "/api/products/", { name: "Soap", sku: "soap-1" });
  expect(free.statusCode).toBe(201);
});

test.each(["PUT", "PATCH"] as const)("%s leaves another product its SKU", async (method) => {
  await create({ name: "Soap", sku: "SOAP-1" });
  const { id } = await create({ name: "Candle", sku: "CANDLE-1" });
  const answer = await call(method, `/api/products/${id}/`, { sku: "soap-1 " });
  expect(answer.json()).toMatchObject({ status: 409, code: "sku_taken" });
});

test("a refused product takes no id", async () => {
  await create({ name: "Soap", sku: "a" });
  await call("POST", "/api/products/", { name: "Twin", sku: "A" });
  expect((await create({ name: "Next" })).id).toBe(2);
});

test("many products without SKU or barcode live side by side, also those sent as empty texts", async () => {
  await create({ name: "One", sku: "", barcode: null });
  const second = await create({ name: "Two", sku: " ", barcode: "" });
  expect(await read(second.id)).toMatchObject({ sku: null, barcode: null });
});

test("a scanned code finds by barcode first, then by SKU, and not what is archived", async () => {
  const bySku = await create({ name: "By SKU", sku: "4711" });
  const byBarcode = await create({ name: "By barcode", barcode: "4711" });
  const scan = async (code: string) => call("GET", `/api/products/by_barcode/?code=${encodeURIComponent(code)}`);
  expect((await scan("4711")).json()).toMatchObject({ id: byBarcode.id });
  await call("DELETE", `/api/products/${byBarcode.id}/`);
  expect((await scan(" 4711 ")).json()).toMatchObject({ id: bySku.id });
  expect((await scan("4712")).json()).toMatchObject({ status: 404, code: "not_found" });
  expect((await scan(" ")).statusCode).toBe(400);
});

test("the list comes in pages, by Link or by offset", async () => {
  for (const name of ["A", "B", "C", "D", "E"]) await create({ name });
  const names: string[][] = [];
  let url: string | undefined = "/api/products/?limit=2";
  while (url !== undefined) {
    const page = await call("GET", url);
    names.push(page.json<{ name: string }[]>().map((product) => product.name));
    url = /<([^>]+)>; rel="next"/.exec(String(page.headers.link))?.[1];
  }
  expect(names).toEqual([["A", "B"], ["C", "D"], ["E"]]);
  const counted = await call("GET", "/api/products/?limit=2&offset=2");
  expect(counted.json()).toMatchObject([{ name: "C" }, { name: "D" }]);
  expect(counted.headers.link).toContain("offset=4");
  for (const wrong of ["limit=0", "limit=-1", "limit=two", "offset=x", "active=perhaps"]) {
    expect((await call("GET", `/api/products/?${wrong}`)).statusCode).toBe(400);
  }
});

test("archiving takes a product off the list and keeps it for the sales that name it", async () => {
  const { id } = await create({ name: "Soap" });
  expect((await call("DELETE", `/api/products/${id}/`)).statusCode).toBe(204);
  expect((await call("DELETE", `/api/products/${id}/`)).statusCode).toBe(204);
  expect((await call("GET", "/api/products/")).json()).toEqual([]);
  expect((await call("GET", "/api/products/?active=all")).json()).toMatchObject([{ id, active: false }]);
  expect(await read(id)).toMatchObject({ active: false });
  await call("PATCH", `/api/products/${id}/`, { active: true });
  expect((await call("GET", "/api/products/")).json()).toMatchObject([{ id }]);
});

test("a change says only what changes", async () => {
  const { id } = await create({ name: "Soap", sku: "s", unit_price: "2", reorder_level: 3, description: "Green" });
  const answer = await call("PATCH", `/api/products/${id}/`, { unit_price: "2.50" });
  expect(answer.json()).toMatchObject({ name: "Soap", sku: "s", unit_price: "2.50", description: "Green" });
  expect((await call("PUT", `/api/products/${id}/`, { name: "Soap bar", sku: null })).json()).toMatchObject({
    name: "Soap bar",
    sku: null,
    unit_price: "2.50",
  });
});

test("a form sent back whole changes nothing: its stock may be the one it was shown, for an hour", async () => {
  const { id } = await create({ name: "Soap", stock: 10 });
  const form = await read(id);
  await call("POST", "/api/stock-movements/", { product: id, delta: 5 });
  expect((await call("PUT", `/api/products/${id}/`, form)).json()).toMatchObject({ stock: 15 });
  expect((await call("PUT", `/api/products/${id}/`, { ...form, stock: "15.000" })).statusCode).toBe(200);
  const other = await call("PUT", `/api/products/${id}/`, { ...form, stock: 11 });
  expect(other.json()).toMatchObject({ status: 400, code: "stock_is_computed" });
  expect(other.json<{ detail: string }>().detail).toContain("POST /api/stock-movements/");
  opened.clock.advance(3_600_001);
  expect((await call("PUT", `/api/products/${id}/`, form)).statusCode).toBe(400);
  expect(await read(id)).toMatchObject({ stock: 15 });
});

test("becoming volatile empties the ledger by an ADJUSTMENT and closes the alert", async () => {
  const { id } = await create({ name: "Bread", stock: 2, reorder_level: 5 });
  expect(await openAlerts()).toEqual([{ severity: "warning", product_id: id }]);
  await call("PATCH", `/api/products/${id}/`, { is_volatile: true });
  expect(await read(id)).toMatchObject({ stock: null, reorder_level: null, is_volatile: true });
  expect((await movements())[0]).toMatchObject({ movement_type: "ADJUSTMENT", delta: -2, resulting_stock: 0 });
  expect(await openAlerts()).toEqual([]);
  await call("PATCH", `/api/products/${id}/`, { is_volatile: false });
  expect(await read(id)).toMatchObject({ stock: 0, reorder_level: 0 });
});

test("another reorder level opens, changes and closes the alert", async () => {
  const { id } = await create({ name: "Soap", stock: 10 });
  const setLevel = async (level: number) => call("PATCH", `/api/products/${id}/`, { reorder_level: level });
  await setLevel(11);
  expect(await openAlerts()).toMatchObject([{ severity: "info" }]);
  await setLevel(100);
  expect(await openAlerts()).toMatchObject([{ severity: "critical" }]);
  await setLevel(10);
  expect(await openAlerts()).toEqual([]);
});

test("what changed is stamped with the shop's next version, what did not is left alone", async () => {
  const { id } = await create({ name: "Soap" });
  const version = async () => {
    const [row] = await opened.db.selectFrom("shops").select("version").where("id", "=", shop.shopId).execute();
    const product = opened.db.selectFrom("products").select("version").where("shop_id", "=", shop.shopId);
    return [row?.version, (await product.where("id", "=", id).executeTakeFirstOrThrow()).version];
  };
  expect(await version()).toEqual([1, 1]);
  await call("PATCH", `/api/products/${id}/`, { name: "Soap" });
  expect(await version()).toEqual([1, 1]);
  await call("PATCH", `/api/products/${id}/`, { name: "Soap bar" });
  expect(await version()).toEqual([2, 2]);
});

test("another shop's product is not there, in any call", async () => {
  const { id } = await create({ name: "Secret soap" });
  const other = await registerShop(opened.app);
  const requests: Call[] = [
    ["GET", `/api/products/${id}/`],
    ["PUT", `/api/products/${id}/`, { name: "Mine" }],
    ["PATCH", `/api/products/${id}/`, { name: "Mine" }],
    ["DELETE", `/api/products/${id}/`],
  ];
  for (const request of requests) {
    const foreign = await callAs(opened.app, other.token, ...request);
    expect(foreign.json()).toMatchObject({ status: 404, code: "not_found" });
    expect(foreign.body).not.toContain("Secret");
  }
  expect(await read(id)).toMatchObject({ name: "Secret soap", active: true });
});

test("a cashier reads the catalogue and changes nothing", async () => {
  const { id } = await create({ name: "Soap" });
  const cashier = await addMember(opened.db, shop.shopId, "cashier");
  const as = async (...request: Call) => (await callAs(opened.app, cashier.token, ...request)).statusCode;
  expect(await as("GET", "/api/products/")).toBe(200);
  expect(await as("GET", `/api/products/${id}/`)).toBe(200);
  expect(await as("POST", "/api/products/", { name: "Mine" })).toBe(403);
  expect(await as("PATCH", `/api/products/${id}/`, { name: "Mine" })).toBe(403);
  expect(await as("DELETE", `/api/products/${id}/`)).toBe(403);
});
