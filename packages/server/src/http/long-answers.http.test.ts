import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAs } from "../testing/call-as.ts";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
beforeAll(async () => {
  opened = await openTestApp({ config: { corsOrigins: ["https://app.example"] } });
  shop = await registerShop(opened.app);
  for (const name of ["Soap", "Bread", "Milk", "Rice", "Salt"]) {
    const product = { name, sku: name, description: "x".repeat(300) };
    await callAs(opened.app, shop.token, "POST", "/api/products/", product);
  }
});
afterAll(async () => opened.close());

const get = async (url: string, headers: Readonly<Record<string, string>> = {}) =>
  opened.app.inject({ method: "GET", url, headers: { authorization: `Token ${shop.token}`, ...headers } });

test.each(["/api/products/?limit=2", "/api/products/1/", "/api/products/by_barcode/?code=soap"])(
  "%s is not sent again to whoever has it, until it changes",
  async (url) => {
    const first = await get(url);
    const tag = String(first.headers["etag"]);
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const known of [tag, tag.replace("W/", ""), `"other", ${tag}`, "*"]) {
      const again = await get(url, { "if-none-match": known });
      expect([again.statusCode, again.body, again.headers["etag"]]).toEqual([304, "", tag]);
      expect(again.headers.link).toBe(first.headers.link);
    }
    expect((await get(url, { "if-none-match": '"other"' })).statusCode).toBe(200);
    await callAs(opened.app, shop.token, "PATCH", "/api/products/1/", { description: `changed after ${url}` });
    const changed = await get(url, { "if-none-match": tag });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers["etag"]).not.toBe(tag);
  },
);

test("an error has no tag, and a tag never hides one", async () => {
  const missing = await get("/api/products/999/", { "if-none-match": "*" });
  expect(missing.statusCode).toBe(404);
  expect(missing.headers).not.toHaveProperty("etag");
});

test("a long list travels packed to whoever takes gzip, with the same content and tag", async () => {
  const plain = await get("/api/products/");
  const packed = await get("/api/products/", { "accept-encoding": "br, gzip;q=0.5", origin: "https://app.example" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.headers["etag"]).toBe(plain.headers["etag"]);
  expect(String(packed.headers.vary).toLowerCase()).toMatch(/origin.*accept-encoding/);
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  expect(Number(packed.headers["content-length"])).toBe(packed.rawPayload.length);
});

test("nothing is packed for who does not want it, nor what is short, nor an answer to POST", async () => {
  for (const wish of ["", "br", "gzip;q=0", "gzip; q=0.0, br"]) {
    const answer = await get("/api/products/", { "accept-encoding": wish });
    expect(answer.headers).not.toHaveProperty("content-encoding");
  }
  expect((await get("/api/user/", { "accept-encoding": "gzip" })).headers).not.toHaveProperty("content-encoding");
  const made = await opened.app.inject({
    method: "POST",
    url: "/api/products/",
    headers: { authorization: `Token ${shop.token}`, "accept-encoding": "gzip" },
    payload: { name: "Long", description: "y".repeat(1_000) },
  });
  expect(made.statusCode).toBe(201);
  expect(made.headers).not.toHaveProperty("content-encoding");
});
