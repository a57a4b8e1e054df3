import { callApi } from "@duka/client/api";
import { DukaError, type Transport } from "@duka/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFetchTransport } from "../../packages/client/src/environment/fetch-transport.ts";
import { openTestApp, type TestApp } from "../../packages/server/src/testing/open-test-app.ts";
import { registerShop } from "../../packages/server/src/testing/register-shop.ts";

let opened: TestApp;
let owner: Transport;
let anybody: Transport;
beforeAll(async () => {
  opened = await openTestApp();
  const { token } = await registerShop(opened.app);
  const baseUrl = await opened.app.listen({ host: "127.0.0.1", port: 0 });
  anybody = createFetchTransport({ baseUrl });
  owner = createFetchTransport({ baseUrl, headers: { authorization: `Bearer ${token}` } });
});
afterAll(async () => opened.close());

test("bodies, paths, queries and answers have the types of the table, and the server takes and gives them", async () => {
  const created = await callApi(owner, "POST /api/products/", { body: { name: "Soap", unit_price: "1.50", stock: 3 } });
  if (!created.ok) throw new Error(created.problem.detail);
  expect(created).toMatchObject({ status: 201, answer: { name: "Soap", stock: 3 } });
  const id = String(created.answer.id);
  const changed = await callApi(owner, "PATCH /api/products/:id/", { params: { id }, body: { unit_price: 1.75 } });
  expect(changed).toMatchObject({ ok: true, answer: { unit_price: "1.75" } });
  const found = await callApi(owner, "GET /api/products/by_barcode/", { query: { code: "none & nothing" } });
  expect(found).toMatchObject({ ok: false, problem: { code: "not_found" } });
  const sale = { items: [{ product: created.answer.id, quantity: "0.5" }] };
  expect(await callApi(owner, "POST /api/sales/", { body: sale })).toMatchObject({ answer: { total_amount: "0.88" } });
});

test("a call without input takes none, and an answer without body is null", async () => {
  expect(await callApi(owner, "GET /api/user/")).toMatchObject({ ok: true, answer: { role: "owner" } });
  const { ok } = await callApi(owner, "POST /api/products/", { body: { name: "Candle", sku: "C" } });
  expect(ok).toBe(true);
  const archived = await callApi(owner, "DELETE /api/products/:id/", { params: { id: "2" } });
  expect(archived).toEqual({ ok: true, status: 204, answer: null });
});

test("a list says where its next page is", async () => {
  await callApi(owner, "POST /api/products/", { body: { name: "Rope" } });
  const page = await callApi(owner, "GET /api/products/", { query: { limit: "1", active: "all" } });
  expect(page).toMatchObject({ ok: true, answer: [{ name: "Soap" }], nextPage: expect.stringContaining("cursor=1") });
});

test("a refusal is a value, silence and strangers are errors", async () => {
  expect(await callApi(anybody, "GET /api/user/")).toMatchObject({ ok: false, problem: { code: "not_authenticated" } });
  const gone = createFetchTransport({ baseUrl: "http://127.0.0.1:1" });
  await expect(callApi(gone, "GET /api/user/")).rejects.toMatchObject({ code: "unreachable" });
  const portal: Transport = {
    send: async () => ({ status: 200, headers: () => undefined, text: "<html>Sign in</html>" }),
  };
  await expect(callApi(portal, "GET /api/user/")).rejects.toThrow(DukaError);
});

test("what the table does not know does not compile", () => {
  const mistakes = [
    // @ts-expect-error: no such call.
    () => callApi(owner, "GET /api/secrets/"),
    // @ts-expect-error: the body is required.
    () => callApi(owner, "POST /api/products/"),
    // @ts-expect-error: a role that there is not.
    () => callApi(owner, "PATCH /api/members/:id/", { params: { id: "1" }, body: { role: "king" } }),
    async () => {
      const { ok, ...result } = await callApi(owner, "GET /api/user/");
      // @ts-expect-error: the answer has no such field.
      return ok && "answer" in result && result.answer.password;
    },
  ];
  // None is ever called: the compiler is what judges them.
  expect(mistakes).toHaveLength(4);
});
