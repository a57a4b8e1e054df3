import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { callAs } from "../../packages/server/src/testing/call-as.ts";
import { openTestApp, type TestApp } from "../../packages/server/src/testing/open-test-app.ts";
import { registerShop, TEST_PASSWORD, type TestShop } from "../../packages/server/src/testing/register-shop.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

const TEN = Array.from({ length: 10 }, (_, index) => index);

describeEachDatabase("accounts, products and movements through two servers", (database) => {
  let databases: readonly Database[];
  let apps: readonly TestApp[];
  let shop: TestShop;
  beforeAll(async () => {
    databases = [await openContractDatabase(database()), await openContractDatabase(database())];
    apps = await Promise.all(databases.map(async (db) => openTestApp({ database: db })));
    shop = await registerShop(appOf(0));
  });
  afterAll(async () => {
    for (const opened of apps) await opened.close();
    for (const db of databases) await db.destroy();
  });

  /** Every other request goes to the other server. */
  const appOf = (index: number) => (apps[index % 2] ?? expect.unreachable("There are two servers.")).app;
  const call = async (
    index: number,
    ...request: readonly ["GET" | "POST" | "PUT" | "PATCH" | "DELETE", string, object?]
  ) => callAs(appOf(index), shop.token, ...request);

  test("of ten people who want one name at once, one gets it", async () => {
    const answers = await Promise.all(
      TEN.map(async (index) => {
        const payload = { username: "Popular", email: `p${index}@example.com`, password: TEST_PASSWORD };
        return await appOf(index).inject({ method: "POST", url: "/api/register/", payload });
      }),
    );
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(9);
  });

  test("wrong passwords are counted across servers", async () => {
    const { username } = await registerShop(appOf(0));
    const guesses = Array.from({ length: 20 }, async (_, index) =>
      appOf(index).inject({ method: "POST", url: "/api/login/", payload: { username, password: "guess" } }),
    );
    const statuses = (await Promise.all(guesses)).map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test("of ten products with one SKU at once, one is made", async () => {
    const answers = await Promise.all(
      TEN.map(async (index) =>
        call(index, "POST", "/api/products/", { name: "Soap", sku: `SoAp-é${" ".repeat(index)}` }),
      ),
    );
    const codes = answers.map((answer) => answer.json<{ code?: string }>().code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === "sku_taken")).toHaveLength(9);
    const found = await call(1, "GET", `/api/products/by_barcode/?code=${encodeURIComponent("SOAP-É")}`);
    expect(found.json()).toMatchObject({ name: "Soap", sku: "SoAp-é" });
  });

  test("a scanned code is a barcode first, and a SKU when no barcode is like it", async () => {
    await call(0, "POST", "/api/products/", { name: "By SKU", sku: "4711" });
    await call(0, "POST", "/api/products/", { name: "By barcode", barcode: "4711" });
    expect((await call(1, "GET", "/api/products/by_barcode/?code=4711")).json()).toMatchObject({ name: "By barcode" });
  });

  test("a product keeps every figure and text", async () => {
    const fields = {
      name: "Thé 😀 'quoted' \\ back; --",
      description: "Zeile 1\nZeile 2",
      unit_price: "9999999999.99",
      stock: "999999999.999",
      reorder_level: "0.001",
      barcode: "0012",
    };
    const created = (await call(0, "POST", "/api/products/", fields)).json<{ id: number }>();
    const read = (await call(1, "GET", `/api/products/${created.id}/`)).json();
    expect(read).toEqual(created);
    expect(read).toMatchObject({ ...fields, stock: 999_999_999.999, reorder_level: 0.001 });
  });

  test("ten equal movements at once have one effect, twenty different ones all have theirs", async () => {
    const { id: product } = (await call(0, "POST", "/api/products/", { name: "Counted", stock: 10 })).json<{
      id: number;
    }>();
    const same = { product, delta: "0.5", external_id: "0197c0de-5f00-7abc-8def-0123456789ab" };
    const answers = await Promise.all(TEN.map(async (index) => call(index, "POST", "/api/stock-movements/", same)));
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(9);
    const different = [...TEN, ...TEN].map(async (_, index) =>
      call(index, "POST", "/api/stock-movements/", { product, delta: 1 }),
    );
    await Promise.all(different);
    expect((await call(0, "GET", `/api/products/${product}/`)).json()).toMatchObject({ stock: 30.5 });
    const ledger = await call(1, "GET", `/api/stock-movements/?product=${product}&limit=200`);
    const deltas = ledger.json<{ delta: number; performed_by_name: string }[]>();
    expect(deltas.reduce((sum, movement) => sum + movement.delta, 0)).toBe(30.5);
    expect(deltas[0]?.performed_by_name).toBe(shop.username);
  });

  test("a whole form sent back may carry the stock of an hour ago, and becoming volatile empties the ledger", async () => {
    const form = (await call(0, "POST", "/api/products/", { name: "Bread", stock: 2, reorder_level: 5 })).json<{
      id: number;
    }>();
    const url = `/api/products/${form.id}/`;
    await call(0, "POST", "/api/stock-movements/", { product: form.id, delta: -1 });
    expect((await call(1, "PUT", url, form)).statusCode).toBe(200);
    expect((await call(1, "PUT", url, { ...form, stock: 7 })).json()).toMatchObject({ code: "stock_is_computed" });
    expect((await call(1, "PATCH", url, { is_volatile: true })).json()).toMatchObject({ stock: null });
    const ledger = await call(0, "GET", `/api/stock-movements/?product=${form.id}`);
    expect(ledger.json()).toMatchObject([{ delta: -1, resulting_stock: 0, movement_type: "ADJUSTMENT" }, {}, {}]);
  });

  test("nothing broke on the way", () => {
    expect(apps.flatMap((opened) => opened.errorLines)).toEqual([]);
  });
});
