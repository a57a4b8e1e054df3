import type { Page } from "@playwright/test";

/**
 * What a test does to the transaction that saves a sale:
 * `hold` keeps it open, `abort` undoes it after its last write succeeded, `freeze-before` and `freeze-after` stop the
 * page for good just before and just after its commit.
 */
export type Interference = "none" | "hold" | "abort" | "freeze-before" | "freeze-after";

type SaleStorage = { interference: Interference; readonly durabilities: string[]; commits: number };

declare global {
  var saleStorage: SaleStorage;
}

/** Watches, in the page, every transaction that adds a row to an outbox. Call before the page loads. */
export async function watchSaleStorage(page: Page): Promise<void> {
  await page.addInitScript(installWatch);
}

export async function interfere(page: Page, interference: Interference): Promise<void> {
  await page.evaluate((chosen) => {
    globalThis.saleStorage.interference = chosen;
  }, interference);
}

// Runs in the page: it may use nothing of this module.
// oxlint-disable typescript/unbound-method -- the browser's own methods are kept to be applied to the objects they are called on
function installWatch(): void {
  const watch: SaleStorage = { interference: "none", durabilities: [], commits: 0 };
  globalThis.saleStorage = watch;
  const sales = new WeakSet<IDBTransaction>();

  function holdOpen(store: IDBObjectStore): void {
    if (watch.interference === "hold") store.count().addEventListener("success", () => holdOpen(store));
  }

  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...given) {
    const begun = begin.apply(this, given);
    if (this.name.startsWith("duka-outbox-")) {
      // Heard before the page's own listeners, which are added once this returns.
      begun.addEventListener("complete", () => {
        if (!sales.has(begun)) return;
        watch.commits += 1;
        while (watch.interference === "freeze-after");
      });
    }
    return begun;
  };

  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function addRow(...given) {
    const request = add.apply(this, given);
    if (this.transaction.db.name.startsWith("duka-outbox-") && this.name === "rows") {
      sales.add(this.transaction);
      watch.durabilities.push(this.transaction.durability);
      while (watch.interference === "freeze-before");
      holdOpen(this);
    }
    return request;
  };

  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function putLedger(...given) {
    const request = put.apply(this, given);
    if (sales.has(this.transaction) && watch.interference === "abort") {
      request.addEventListener("success", () => this.transaction.abort());
    }
    return request;
  };
}
