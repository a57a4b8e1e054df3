import { setImmediate } from "node:timers/promises";
import { assert, currencyExponent } from "@duka/domain";
import type { ProductImportReport } from "@duka/protocol";
import type { Database } from "../../database/schema.ts";
import { inShopRead, inShopTransaction } from "../../database/shop-transaction.ts";
import { type BatchOutcome, type ImportBatch, type Importer, landBatch, tryBatch } from "./import-batch.ts";
import { selectCurrency } from "./import.queries.ts";
import { IMPORT_TRANSACTION_ROWS_MAX } from "./import-limits.ts";
import { reportImport, reportRefusal } from "./import-report.ts";
import { type ProductFile, readProductFile } from "./read-product-file.ts";
import type { RowError } from "./row-error.ts";

export type ProductImport = {
  readonly shopId: string;
  readonly userId: number;
  readonly bytes: Uint8Array;
  /** Says what would happen and changes nothing. */
  readonly isDryRun: boolean;
};

export type ImportServices = {
  readonly db: Database;
  readonly nowMs: () => number;
  readonly newUid: () => string;
};

/**
 * Brings a file's products into the shop: makes those it does not have, changes those it has, by SKU, then barcode, then
 * name. The whole file is read and judged first; then rows land in transactions of a bounded size, between which sales
 * go on. If one fails the earlier ones stay, and the same file may be imported again: it changes only what differs.
 */
export async function importProducts(services: ImportServices, request: ProductImport): Promise<ProductImportReport> {
  const { shopId, isDryRun } = request;
  const file = await readProductFile(request.bytes, await exponentOf(services.db, shopId));
  if (!file.ok) return reportRefusal(file.error, isDryRun);
  const tally = new ImportTally();
  for (let start = 0; start < file.value.rows.length; start += IMPORT_TRANSACTION_ROWS_MAX) {
    const batch = batchAt(file.value, start, tally);
    tally.add(isDryRun ? await tryOut(services, request, batch) : await land(services, request, batch));
    await setImmediate();
  }
  return reportImport(file.value, tally, isDryRun);
}

async function land(services: ImportServices, request: ProductImport, batch: ImportBatch): Promise<BatchOutcome> {
  return await inShopTransaction(services.db, request.shopId, async (trx, shop) => {
    const importer: Importer = { userId: request.userId, nowMs: services.nowMs(), newUid: services.newUid };
    return await landBatch(trx, shop, { batch, importer });
  });
}

async function tryOut({ db }: ImportServices, { shopId }: ProductImport, batch: ImportBatch): Promise<BatchOutcome> {
  return await inShopRead(db, shopId, async (trx) => tryBatch(trx, shopId, batch));
}

function batchAt({ rows, columns }: ProductFile, start: number, { rowOfProduct }: ImportTally): ImportBatch {
  return { rows: rows.slice(start, start + IMPORT_TRANSACTION_ROWS_MAX), columns, rowOfProduct };
}

async function exponentOf(db: Database, shopId: string): Promise<number> {
  const currency = await inShopRead(db, shopId, async (trx) => selectCurrency(trx, shopId));
  const exponent = currency === undefined ? undefined : currencyExponent(currency);
  assert(exponent !== undefined, `Shop ${shopId} has no known currency.`);
  return exponent;
}

/** What the transactions have done so far. */
class ImportTally {
  created = 0;
  updated = 0;
  unchanged = 0;
  readonly errors: RowError[] = [];
  /** The row of the file that has changed a product, by the product's id. */
  readonly rowOfProduct = new Map<number, number>();

  /** After the commit: a transaction that is run again has not been counted. */
  add({ creates, updates, unchanged, errors }: BatchOutcome): void {
    this.created += creates.length;
    this.updated += updates.length;
    this.unchanged += unchanged;
    this.errors.push(...errors);
    for (const { row, product } of updates) this.rowOfProduct.set(product.id, row.row);
  }
}
