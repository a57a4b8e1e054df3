import { assert } from "../assert.ts";
import { type Result, success } from "../result.ts";
import { applyMovement } from "../stock/stock-ledger.ts";
import type { PricedLine } from "./price-line.ts";

export type PlannedMovement = {
  readonly productId: number;
  readonly deltaThousandths: number;
  readonly resultingStockThousandths: number;
};

/**
 * What the lines take from stock: one movement for each tracked product, however many lines it is on.
 * Volatile products have no stock to move.
 */
export function planMovements(lines: readonly PricedLine[]): Result<readonly PlannedMovement[], "too_large"> {
  const movements = new Map<number, PlannedMovement>();
  for (const { product, quantityThousandths } of lines) {
    if (product.isVolatile) continue;
    assert(product.stockThousandths !== null, `tracked product ${product.id} has no stock`);
    const soldBefore = movements.get(product.id)?.deltaThousandths ?? 0;
    const deltaThousandths = soldBefore - quantityThousandths;
    const stock = applyMovement(product.stockThousandths, deltaThousandths);
    if (!stock.ok) return stock;
    movements.set(product.id, { productId: product.id, deltaThousandths, resultingStockThousandths: stock.value });
  }
  return success([...movements.values()]);
}
