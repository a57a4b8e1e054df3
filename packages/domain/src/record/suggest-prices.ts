import type { PricedLine } from "./price-line.ts";
import { changeProduct, productNow, type WorkingShop } from "./working-shop.ts";

/**
 * A volatile product's suggested price is that of its latest sale, by corrected time and not by arrival.
 * Of two sales at the same millisecond the later to arrive wins; a line that took the product's own price says nothing.
 */
export function suggestPrices(working: WorkingShop, lines: readonly PricedLine[], correctedAtMs: number): void {
  for (const { product, unitPriceMinor, hasOwnPrice } of lines) {
    if (!product.isVolatile || !hasOwnPrice) continue;
    const current = productNow(working, product.id);
    if (current.priceSoldAtMs !== null && current.priceSoldAtMs > correctedAtMs) continue;
    changeProduct(working, { ...current, unitPriceMinor, priceSoldAtMs: correctedAtMs });
  }
}
