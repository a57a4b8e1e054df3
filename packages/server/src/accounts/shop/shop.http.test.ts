import { afterEach, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
beforeEach(async () => {
  opened = await openTestApp();
  shop = await registerShop(opened.app, { shop_name: "Mama Mboga" });
});
afterEach(async () => opened.close());

const patch = (body: object) => callAs(opened.app, shop.token, "PATCH", "/api/shop/", body);

test("a shop is English until its owner chooses, and what is not sent stays", async () => {
  const settings = { id: shop.shopId, name: "Mama Mboga", language: "en" };
  expect((await callAs(opened.app, shop.token, "GET", "/api/shop/")).json()).toEqual(settings);
  expect((await patch({ language: "sw" })).json()).toEqual({ ...settings, language: "sw" });
  expect((await patch({ name: " Mboga na Matunda " })).json()).toEqual({
    id: shop.shopId,
    name: "Mboga na Matunda",
    language: "sw",
  });
  expect((await patch({})).json()).toMatchObject({ name: "Mboga na Matunda", language: "sw" });
});

test.each([
  ["a language that Duka does not write", { language: "tlh" }],
  ["a blank name", { name: " " }],
  ["a field that is not for changing here", { currency: "USD" }],
])("%s is 400", async (_, body) => {
  expect((await patch(body)).statusCode).toBe(400);
});

test("only owners may, and only their own shop changes", async () => {
  const manager = await addMember(opened.db, shop.shopId, "manager");
  expect((await callAs(opened.app, manager.token, "PATCH", "/api/shop/", { language: "ar" })).statusCode).toBe(403);
  const other = await registerShop(opened.app);
  await patch({ language: "fr" });
  expect((await callAs(opened.app, other.token, "GET", "/api/shop/")).json()).toMatchObject({ language: "en" });
});
