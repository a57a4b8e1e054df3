import { findProduct, listSales } from "./harness/shop.ts";
import { expect, test } from "./harness/test.ts";

test("a sale by keyboard and scanner alone, with a fraction and change", async ({ till, shop }) => {
  const { keyboard } = till.page;
  await keyboard.type("61611000\n");
  await keyboard.type("2*soap");
  await keyboard.press("Enter");
  await keyboard.type("0.5*bread");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type("1.50");
  await keyboard.press("Enter");
  await expect(till.page.locator("aside .cart-total")).toContainText("11.25");
  await keyboard.press("F9");
  await keyboard.type("20");
  await expect(till.page.getByRole("button", { name: /give .*8\.75 change/ })).toBeVisible();
  await keyboard.press("Enter");
  await expect(till.page.locator(".receipt-change")).toContainText("8.75");
  await keyboard.press("Enter");
  await till.untilAllIn();
  expect(await listSales(shop)).toMatchObject([{ total_amount: "11.25" }]);
  expect((await findProduct(shop, "Bar soap")).stock).toBe(197);
});

test("paying exactly takes two taps, with change three", async ({ till }) => {
  await till.addSoap();
  await till.page.getByRole("link", { name: /^Pay/ }).first().click();
  await till.page.getByRole("button", { name: "Paid exactly" }).click();
  await till.readReceipt();
  await till.newSale.click();
  await till.addSoap();
  await till.page.getByRole("link", { name: /^Pay/ }).first().click();
  await till.page.getByRole("button", { name: "5.00" }).click();
  await till.page.getByRole("button", { name: /give .*1\.50 change/ }).click();
  await till.readReceipt();
});

test("an open cart survives a reload", async ({ till, context }) => {
  await till.addSoap();
  await till.addBread("0.5", "1.50");
  await context.setOffline(true);
  await till.page.reload();
  await expect(till.page.locator("aside .cart-total")).toContainText("4.25");
});
