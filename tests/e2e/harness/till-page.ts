import { expect, type Locator, type Page } from "@playwright/test";
import type { Shop } from "./shop.ts";

/** What was on a receipt that a cashier saw. */
export type SeenReceipt = { readonly saleId: string; readonly number: string };

/** The till as a cashier uses it. */
export class TillPage {
  readonly page: Page;
  readonly chip: Locator;
  readonly newSale: Locator;

  constructor(page: Page) {
    this.page = page;
    this.chip = page.locator(".chip");
    this.newSale = page.getByRole("button", { name: "New sale" });
  }

  /** Signs in for the first time; resolves when the shelf is full and the page would start without a network. */
  async signIn({ username, password }: Shop): Promise<void> {
    await this.page.goto("/");
    await this.page.getByLabel("Username").fill(username);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByLabel("Name of this till").fill("Front counter");
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await expect(this.product("Bar soap")).toBeVisible();
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }

  product(name: string): Locator {
    return this.page.locator(".tile", { hasText: name });
  }

  async addSoap(): Promise<void> {
    await this.product("Bar soap").click();
  }

  async addBread(quantity: string, price: string): Promise<void> {
    await this.product("Brown bread").click();
    await this.page.getByLabel("Quantity").fill(quantity);
    await this.page.getByLabel(/Price for one/).fill(price);
    await this.page.getByRole("button", { name: /Add to cart/ }).click();
  }

  async addMadeOnTheSpot(name: string, price: string): Promise<void> {
    await this.page.getByRole("button", { name: "Sell something new" }).click();
    await this.page.getByLabel("What is it?").fill(name);
    await this.page.getByLabel(/Price for one/).fill(price);
    await this.page.getByRole("button", { name: /Add to cart/ }).click();
  }

  async goToPay(): Promise<void> {
    await this.page.keyboard.press("F9");
    await expect(this.page.getByText("To pay")).toBeVisible();
  }

  /** Pays exactly, and reads the receipt. */
  async pay(): Promise<SeenReceipt> {
    await this.goToPay();
    await this.page.getByRole("button", { name: "Paid exactly" }).click();
    const receipt = await this.readReceipt();
    await this.newSale.click();
    await expect(this.page.getByLabel("Search or scan")).toBeVisible();
    return receipt;
  }

  async readReceipt(): Promise<SeenReceipt> {
    await expect(this.newSale).toBeVisible();
    const receipt = this.page.locator("article.receipt");
    return {
      saleId: (await receipt.getAttribute("data-sale-id")) ?? "",
      number: (await receipt.getAttribute("data-receipt-number")) ?? "",
    };
  }

  async expectUnsent(count: number): Promise<void> {
    await expect(this.chip).toHaveAttribute("data-unsent", String(count));
  }

  /** Waits until everything has reached the server. */
  async untilAllIn(): Promise<void> {
    await expect(this.chip).toHaveText(/All in/, { timeout: 30_000 });
  }
}
