import type { Page } from "@playwright/test";
import { findProduct, listSales } from "./harness/shop.ts";
import { expect, test } from "./harness/test.ts";
import { TillPage } from "./harness/till-page.ts";

const SALES_PER_TAB = 50;

test("two tabs that sell fifty each at once lose nothing and double nothing", async ({ till, shop, context }) => {
  test.setTimeout(180_000);
  const second = new TillPage(await context.newPage());
  await second.page.goto("/");
  await expect(second.product("Bar soap")).toBeVisible();

  const seen = (await Promise.all([sellMany(till.page), sellMany(second.page)])).flat();
  expect(new Set(seen).size).toBe(2 * SALES_PER_TAB);
  await till.untilAllIn();
  await second.untilAllIn();

  const sales = await listSales(shop);
  expect(sales.map((sale) => sale.external_id).toSorted()).toEqual(seen.toSorted());
  expect((await findProduct(shop, "Bar soap")).stock).toBe(200 - 2 * SALES_PER_TAB);
});

/** Sells one soap after the other, as fast as the page lets one press its buttons; answers the receipts' sale ids. */
function sellMany(page: Page): Promise<string[]> {
  return page.evaluate(async (count) => {
    const seen: string[] = [];
    async function find(selector: string): Promise<HTMLElement> {
      let element = document.querySelector<HTMLElement>(selector);
      while (element === null) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        element = document.querySelector<HTMLElement>(selector);
      }
      seen.push(...[element.dataset["saleId"]].filter((id) => id !== undefined));
      return element;
    }
    for (let sale = 0; sale < count; sale += 1) {
      (await find(".tile")).click();
      (await find("aside .pay-link, .cart-bar .pay-link")).click();
      (await find("form button[type=submit]:not([disabled])")).click();
      await find("article.receipt");
      (await find(".receipt-actions .button-primary")).click();
      await find(".tile");
    }
    return seen;
  }, SALES_PER_TAB);
}
