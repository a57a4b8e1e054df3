import type { PlannedMovement } from "./plan-movements.ts";
import type { RecordedSale } from "./recorded-sales.ts";
import { stepAlert } from "./step-alert.ts";
import { changeProduct, productNow, type WorkingShop } from "./working-shop.ts";

/** Writes a movement into the ledger, sets the product's stock to its balance and lets its alert follow. */
export function moveStock(working: WorkingShop, movement: PlannedMovement, sale: RecordedSale): void {
  const { productId, deltaThousandths, resultingStockThousandths } = movement;
  working.movements.push({
    id: working.next.movementId,
    productId,
    deltaThousandths,
    resultingStockThousandths,
    performedByUserId: sale.soldByUserId,
    saleId: sale.id,
  });
  working.next.movementId += 1;
  changeProduct(working, { ...productNow(working, productId), stockThousandths: resultingStockThousandths });
  stepAlert(working, productId);
}
