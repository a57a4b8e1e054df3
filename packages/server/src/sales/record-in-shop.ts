import { recordSales, type SaleResult, type SaleToRecord } from "@duka/domain";
import { enqueueLowStockNotices, noticesOfSales } from "../alerts/enqueue-low-stock-notices.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import type { Trx } from "../database/schema.ts";
import { loadShopState } from "./state/load-shop-state.ts";
import { writeSales } from "./write/write-sales.ts";

/** Bounds one decision, so that no statement outgrows its engine. A single sale is never cut. */
const SALES_PER_DECISION_MAX = 1_000;
const LINES_PER_DECISION_MAX = 4_000;

/**
 * Records sales in the open transaction of a locked shop: load, decide, write. One result per sale, in their order.
 * The number of statements does not depend on how many sales there are.
 */
export async function recordInShop(
  trx: Trx,
  shop: LockedShop,
  { sales, nowMs }: { readonly sales: readonly SaleToRecord[]; readonly nowMs: number },
): Promise<readonly SaleResult[]> {
  const results: SaleResult[] = [];
  for (const chunk of decisionChunks(sales))
    results.push(...(await decideAndWrite(trx, shop, { sales: chunk, nowMs })));
  return results;
}

async function decideAndWrite(
  trx: Trx,
  shop: LockedShop,
  { sales, nowMs }: { readonly sales: readonly SaleToRecord[]; readonly nowMs: number },
): Promise<readonly SaleResult[]> {
  const state = await loadShopState(trx, shop, { sales, nowMs });
  const recorded = recordSales(state, sales);
  const { version, ...counters } = recorded.counters;
  const hasPullableChange = version > state.shop.version;
  await writeSales(trx, { shopId: shop.id, nowMs, version }, recorded);
  await enqueueLowStockNotices(trx, { shopId: shop.id, nowMs }, noticesOfSales(state.openAlerts, recorded));
  // Only now: if a write failed, the ids are free again.
  shop.advanceCounters(counters);
  if (hasPullableChange) shop.stampVersion();
  return recorded.results;
}

function decisionChunks(sales: readonly SaleToRecord[]): readonly (readonly SaleToRecord[])[] {
  const chunks: SaleToRecord[][] = [];
  let current: SaleToRecord[] = [];
  let lineCount = 0;
  for (const sale of sales) {
    const isFull =
      current.length >= SALES_PER_DECISION_MAX || lineCount + sale.content.items.length > LINES_PER_DECISION_MAX;
    if (current.length > 0 && isFull) {
      chunks.push(current);
      current = [];
      lineCount = 0;
    }
    current.push(sale);
    lineCount += sale.content.items.length;
  }
  return current.length === 0 ? chunks : [...chunks, current];
}
