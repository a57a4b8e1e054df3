import { killAndReopen } from "./harness/kill-page.ts";
import { interfere, watchSaleStorage } from "./harness/sale-storage.ts";
import { expect, test } from "./harness/test.ts";
import type { TillPage } from "./harness/till-page.ts";

const HELD_MS = 800;

test.beforeEach(async ({ till, context }) => {
  await watchSaleStorage(till.page);
  await till.page.reload();
  await expect(till.product("Bar soap")).toBeVisible();
  await context.setOffline(true);
});

test("a sale is saved in a transaction that the browser promises to put on disk", async ({ till }) => {
  await till.addSoap();
  await till.pay();
  expect(await till.page.evaluate(() => globalThis.saleStorage.durabilities)).toEqual(["strict"]);
});

test("no receipt shows while the transaction of its sale is still open", async ({ till }) => {
  await payWhile(till, "hold");
  await till.page.waitForTimeout(HELD_MS);
  await expect(till.newSale).toBeHidden();
  await expect(till.page.getByRole("button", { name: "Saving…" })).toBeVisible();
  expect(await till.page.evaluate(() => globalThis.saleStorage.commits)).toBe(0);
  await interfere(till.page, "none");
  await till.readReceipt();
  expect(await till.page.evaluate(() => globalThis.saleStorage.commits)).toBe(1);
});

test("a transaction that is undone in the last moment is no sale: no receipt, the cart stays", async ({ till }) => {
  await payWhile(till, "abort");
  await expect(till.page.getByText("This sale is NOT saved")).toBeVisible();
  await expect(till.newSale).toBeHidden();
  await till.expectUnsent(0);
  await interfere(till.page, "none");
  await till.page.getByRole("button", { name: "Try again" }).click();
  await till.readReceipt();
  await till.expectUnsent(1);
});

test("a page that dies after the commit shows that receipt first, and the cart is gone", async ({ till }) => {
  await payWhile(till, "freeze-after");
  await till.page.waitForTimeout(HELD_MS);
  const reopened = await killAndReopen(till.page);
  await expect(reopened.page.getByText("This sale was saved")).toBeVisible();
  await reopened.expectUnsent(1);
  await reopened.newSale.click();
  await expect(reopened.product("Bar soap")).toBeVisible();
  await expect(reopened.page.locator(".cart-line")).toHaveCount(0);
  await reopened.page.reload();
  await expect(reopened.product("Bar soap")).toBeVisible();
  await reopened.expectUnsent(1);
});

test("a page that dies before the commit has sold nothing, and the cart is back", async ({ till }) => {
  await payWhile(till, "freeze-before");
  await till.page.waitForTimeout(HELD_MS);
  const reopened = await killAndReopen(till.page);
  await expect(reopened.product("Bar soap")).toBeVisible();
  await reopened.expectUnsent(0);
  await expect(reopened.page.locator(".cart-line")).toHaveCount(1);
  await reopened.pay();
  await reopened.expectUnsent(1);
});

async function payWhile(till: TillPage, interference: Parameters<typeof interfere>[1]): Promise<void> {
  await till.addSoap();
  await till.goToPay();
  await interfere(till.page, interference);
  // Not awaited as a click: a page that freezes never says that it was clicked.
  await till.page.evaluate(() => {
    setTimeout(() => document.querySelector<HTMLElement>("form button[type=submit]")?.click());
  });
}
