import { answerKnownSale } from "./answer-known-sale.ts";
import { applySale } from "./apply-sale.ts";
import { planSale } from "./plan-sale.ts";
import type { RecordedSales, SaleResult } from "./recorded-sales.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import type { ShopState } from "./shop-state.ts";
import { closeWorkingShop, openWorkingShop, type WorkingShop } from "./working-shop.ts";

/**
 * Decides what finished sales do to a shop, one after the other, and returns everything to write: the heart of Duka.
 *
 * Each sale goes through three steps:
 * 1. known? A second sale under one external id has no effect (`answerKnownSale`);
 * 2. plan: which products its lines mean, what it costs, what stock becomes; this alone may refuse it, and it changes
 *    nothing, so that a refused sale leaves no trace (`planSale`);
 * 3. apply: ids, movements, alerts, suggested prices, daily figures and flags; this cannot fail (`applySale`).
 *
 * Pure: the server runs it under the shop's lock, the till to predict what the server will say. Where a list of sales
 * is split makes no difference to what they do.
 */
export function recordSales(state: ShopState, sales: readonly SaleToRecord[]): RecordedSales {
  const working = openWorkingShop(state);
  const results = sales.map((sale) => recordSale(working, sale));
  return closeWorkingShop(working, results);
}

function recordSale(working: WorkingShop, sale: SaleToRecord): SaleResult {
  const known = working.knownSales.get(sale.externalId);
  if (known !== undefined) return answerKnownSale(working, known, sale);
  const plan = planSale(working, sale);
  if (!plan.ok) return { status: "refused", externalId: sale.externalId, ...plan.error };
  return applySale(working, sale, plan.value);
}
