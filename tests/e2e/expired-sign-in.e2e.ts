import { listSales } from "./harness/shop.ts";
import { expect, test } from "./harness/test.ts";

test("with every cookie gone the till starts, sells, says why it cannot send, and sends after a sign-in", async ({
  till,
  shop,
  context,
}) => {
  await context.clearCookies();
  await till.page.reload();
  await till.addSoap();
  const receipt = await till.pay();
  await expect(till.chip).toHaveText("1 saved: sign in");

  await till.chip.click();
  await till.page.getByRole("link", { name: "Sign in", exact: true }).click();
  await till.page.getByLabel("Password", { exact: true }).fill(shop.password);
  await till.page.getByRole("button", { name: "Sign in" }).click();
  await till.untilAllIn();
  expect((await listSales(shop)).map((sale) => sale.external_id)).toEqual([receipt.saleId]);
});

test("signing out waits for unsent sales, and the next sign-in goes on with the same till", async ({
  till,
  shop,
  context,
}) => {
  await context.setOffline(true);
  await till.addSoap();
  await till.pay();
  await till.page.getByRole("link", { name: "Till and account" }).click();
  await expect(till.page.getByRole("button", { name: "Sign out" })).toBeDisabled();
  await expect(till.page.getByText("Signing out waits until 1 unsent sale is in.")).toBeVisible();

  await context.setOffline(false);
  await till.untilAllIn();
  await till.page.getByRole("button", { name: "Sign out" }).click();
  await expect(till.page.getByRole("heading", { name: "Sign in to this till" })).toBeVisible();
  await till.signIn(shop);
  await till.addSoap();
  await till.pay();
  await till.untilAllIn();
  expect(await listSales(shop)).toHaveLength(2);
});
