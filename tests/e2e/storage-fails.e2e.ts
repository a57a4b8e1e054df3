import { expect, test } from "./harness/test.ts";

test("a device that stores nothing blocks selling with a plain message", async ({ till, context }) => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    };
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "This till cannot save sales" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Pay" })).toHaveCount(0);
  await expect(till.product("Bar soap")).toBeVisible();
});

test("a device that fills up while selling stops the money path before payment, and goes on when there is room", async ({
  till,
}) => {
  await till.addSoap();
  await till.page.evaluate(() => {
    const { put } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Quota exceeded", "QuotaExceededError");
    };
    Object.assign(globalThis, { makeRoom: () => Object.defineProperty(IDBObjectStore.prototype, "put", put) });
  });
  await till.goToPay();
  await expect(till.page.getByText("This sale is NOT saved")).toBeVisible();
  await till.page.getByRole("button", { name: "Try again" }).click();
  await expect(till.newSale).toBeHidden();
  await till.page.evaluate("makeRoom()");
  await till.page.getByRole("button", { name: "Try again" }).click();
  await till.readReceipt();
});
