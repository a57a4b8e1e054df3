import { expect } from "@playwright/test";
import type { Shop } from "../harness/shop.ts";
import type { TillPage } from "../harness/till-page.ts";
import { stockTheShelf } from "./stock-the-shelf.ts";

/** A look at every screen of the till, full, empty, offline and in trouble: yields a name at every stop. */
export async function* tourTheTill(till: TillPage, shop: Shop): AsyncGenerator<string> {
  yield* visitTheDoor(till, shop);
  yield* visitTheCounter(till);
  yield* visitPayment(till);
  yield* visitSending(till);
  yield* visitTheOffice(till);
  yield* visitTrouble(till);
}

async function* visitTheDoor({ page }: TillPage, shop: Shop): AsyncGenerator<string> {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  yield "sign-in";
  await page.getByLabel("Username").fill(shop.username);
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The username or the password is wrong.").waitFor();
  yield "sign-in-refused";
  await page.getByRole("button", { name: /Create a shop/ }).click();
  yield "sign-up";
  await page.getByRole("button", { name: "Create shop" }).click();
  yield "sign-up-incomplete";
  await page.getByRole("button", { name: /I have a shop/ }).click();
  await page.getByLabel("Username").fill(shop.username);
  await page.getByLabel("Password", { exact: true }).fill(shop.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Nothing on the shelf yet").waitFor();
  yield "sell-empty";
  await stockTheShelf(shop);
  await page.reload();
  await page.locator(".tile").first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function* visitTheCounter(till: TillPage): AsyncGenerator<string> {
  const { page } = till;
  yield "sell";
  await till.addSoap();
  await till.product("Milk").click();
  await till.product("Milk").click();
  await till.product("Brown bread").click();
  yield "line-volatile";
  await page.getByRole("button", { name: "5", exact: true }).click();
  await page.getByRole("button", { name: /Add to cart/ }).click();
  await page.getByLabel("Search or scan").fill("mandazi");
  await page.getByText("No match").waitFor();
  yield "search-no-match";
  await page.getByRole("button", { name: "Sell “mandazi”" }).click();
  await page.getByRole("button", { name: /Add to cart/ }).click();
  yield "line-new-incomplete";
  await page.getByLabel(/Price for one/).fill("20");
  await page.getByRole("button", { name: /Add to cart/ }).click();
  yield "sell-full-cart";
  await page.goto("/cart");
  await page.getByRole("button", { name: /Change Milk/ }).waitFor();
  yield "cart";
  await page.getByRole("button", { name: /Change Milk/ }).click();
  yield "line-edit";
  await page.getByRole("button", { name: "Close" }).click();
}

async function* visitPayment(till: TillPage): AsyncGenerator<string> {
  const { page } = till;
  await till.goToPay();
  yield "pay";
  await page.getByLabel(/Cash received/).fill("1");
  yield "pay-short";
  await page.getByRole("button", { name: "1,000.00" }).click();
  yield "pay-change";
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /change/ }).click();
  await till.newSale.waitFor();
  yield "receipt-offline";
  await till.newSale.click();
  await till.addSoap();
  await till.pay();
  yield "sell-offline";
}

async function* visitSending(till: TillPage): AsyncGenerator<string> {
  const { page } = till;
  await till.chip.click();
  await page.locator(".unsent > li").nth(1).waitFor();
  yield "sending-offline";
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "Till and account" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  yield "till-offline";
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.goto("/sales");
  await expect(till.chip).toHaveText("2 saved: sign in");
  yield "sending-held";
  await page.goto("/sign-in");
  await page.getByLabel("Username").waitFor();
  yield "sign-in-again";
}

async function* visitTheOffice({ page }: TillPage): AsyncGenerator<string> {
  await page.goto("/products/new");
  await page.getByLabel("Name").waitFor();
  yield "product";
  await page.getByRole("button", { name: "Add product" }).click();
  yield "product-incomplete";
  await page.getByLabel("Name").fill("Candles");
  await page.getByLabel(/^Price/).fill("15");
  await page.getByRole("button", { name: "Add product" }).click();
  await page.getByText("Your sign-in has expired").waitFor();
  yield "product-signed-out";
}

async function* visitTrouble(till: TillPage): AsyncGenerator<string> {
  const { page } = till;
  await page.goto("/");
  await till.addSoap();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Quota exceeded", "QuotaExceededError");
    };
  });
  await till.addSoap();
  await page.getByText("refuses to store").locator("visible=true").waitFor();
  yield "sell-storage-full";
  await page.goto("/pay");
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("Quota exceeded", "QuotaExceededError");
    };
  });
  await page.getByRole("button", { name: "Paid exactly" }).click();
  await page.getByText("NOT saved").waitFor();
  yield "pay-not-saved";
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    };
  });
  await page.goto("/");
  await page.getByText("This till cannot save sales").waitFor();
  yield "start-failed";
}
