import { randomUUID } from "node:crypto";
import { expect, test } from "./harness/test.ts";
import { TillPage } from "./harness/till-page.ts";

test("from nothing to the first receipt: a shop, a product, a sale", async ({ page }) => {
  const username = `new-${randomUUID().slice(0, 8)}`;
  await page.goto("/");
  await page.getByRole("button", { name: /Create a shop/ }).click();
  await expect(page.getByLabel("Currency")).toHaveValue("KES");
  await expect(page.getByLabel("Time zone")).toHaveValue("Africa/Nairobi");
  await page.getByRole("button", { name: "Create shop" }).click();
  await expect(page.getByText("Please fill this in.")).toHaveCount(4);
  await page.getByLabel("Shop name").fill("Corner shop");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("E-mail").fill(`${username}@e2e.example`);
  await page.getByLabel("Password", { exact: true }).fill("three brown hens");
  await page.getByRole("button", { name: "Create shop" }).click();

  await page.getByRole("link", { name: "Add a product" }).click();
  await page.getByLabel("Name").fill("Milk 500 ml");
  await page.getByLabel(/^Price/).fill("65");
  await page.getByLabel("In stock now").fill("48");
  await page.getByRole("button", { name: "Add product" }).click();
  await expect(page.getByText("Milk 500 ml is on the shelf.")).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();

  const till = new TillPage(page);
  await till.product("Milk 500 ml").click();
  await till.pay();
  await till.untilAllIn();
  await expect(till.product("Milk 500 ml")).toContainText("47 left");
});
