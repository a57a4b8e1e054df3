import { killAndReopen } from "./harness/kill-page.ts";
import { findProduct, listSales } from "./harness/shop.ts";
import { expect, test } from "./harness/test.ts";
import type { SeenReceipt, TillPage } from "./harness/till-page.ts";

/** When, after "Paid exactly" was pressed, the page dies. */
const KILL_AFTER_MS = [0, 3, 10, 25, 60];

test("three sales offline, a reload, a page killed while paying: the server gets each once", async ({
  till,
  shop,
  context,
}) => {
  test.setTimeout(180_000);
  await context.setOffline(true);
  const seen = await sellThree(till);
  await till.expectUnsent(3);

  await till.page.reload();
  await till.expectUnsent(3);
  await till.chip.click();
  await expect(till.page.locator(".unsent > li")).toHaveCount(3);
  await till.page.getByRole("link", { name: "Back" }).click();

  let current = till;
  for (const delayMs of KILL_AFTER_MS) {
    const outcome = await killWhilePaying(current, delayMs);
    seen.push(...outcome.receipts);
    current = outcome.till;
  }

  await context.setOffline(false);
  await current.untilAllIn();
  const sales = await listSales(shop);
  const ids = sales.map((sale) => sale.external_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(seen.map(({ saleId }) => saleId)));
  // What the cashier saw neither as a receipt nor as a cart that came back may be there too, once a kill.
  expect(ids.length - seen.length).toBeLessThanOrEqual(KILL_AFTER_MS.length);

  const soapSold = sales.flatMap((sale) => sale.items).filter((item) => item.product_name === "Bar soap").length;
  expect((await findProduct(shop, "Bar soap")).stock).toBe(200 - soapSold);
  expect(await findProduct(shop, "Brown bread")).toMatchObject({ stock: null, unit_price: "1.50" });
  expect((await findProduct(shop, "Mandazi")).stock).toBe(-1);
});

async function sellThree(till: TillPage): Promise<SeenReceipt[]> {
  await till.addSoap();
  const first = await till.pay();
  await till.addMadeOnTheSpot("Mandazi", "0.20");
  const second = await till.pay();
  await till.addBread("0.5", "1.50");
  await till.addSoap();
  const third = await till.pay();
  return [first, second, third];
}

/** Sells a soap and kills the page meanwhile. Either the sale is saved, or its cart is back: never both, never neither. */
async function killWhilePaying(till: TillPage, delayMs: number): Promise<{ till: TillPage; receipts: SeenReceipt[] }> {
  const unsentBefore = Number(await till.chip.getAttribute("data-unsent"));
  await till.addSoap();
  await till.goToPay();
  await till.page.evaluate(() => {
    setTimeout(() => document.querySelector<HTMLElement>("form button[type=submit]")?.click());
  });
  await till.page.waitForTimeout(delayMs);
  const reopened = await killAndReopen(till.page);

  await expect(reopened.chip).toBeVisible();
  const isSaved = Number(await reopened.chip.getAttribute("data-unsent")) === unsentBefore + 1;
  const receipts: SeenReceipt[] = [];
  if (await reopened.newSale.isVisible()) {
    expect(isSaved).toBe(true);
    receipts.push(await reopened.readReceipt());
    await reopened.newSale.click();
  }
  await reopened.page.goto("/cart");
  await expect(reopened.page.getByRole("button", { name: /Change Bar soap/ })).toHaveCount(isSaved ? 0 : 1);
  if (!isSaved) await emptyCart(reopened);
  await reopened.page.goto("/");
  await reopened.expectUnsent(unsentBefore + (isSaved ? 1 : 0));
  return { till: reopened, receipts };
}

async function emptyCart(till: TillPage): Promise<void> {
  await till.page.getByRole("button", { name: "Empty the cart" }).click();
  await till.page.getByRole("button", { name: "Really empty it?" }).click();
  await expect(till.page.getByText("The cart is empty.")).toBeVisible();
}
