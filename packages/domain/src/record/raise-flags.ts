import { SALE_FLAGS, type SaleFlag } from "../sale/sale-flags.ts";
import { settleTenders } from "../sale/change-due.ts";
import type { SalePlan } from "./plan-sale.ts";
import type { RecordedTender } from "./recorded-sales.ts";
import type { SaleTiming } from "./sale-timing.ts";
import { type SaleToRecord, tillOf } from "./sale-to-record.ts";
import { sellerOf } from "./seller-of.ts";
import { receiptKey, type WorkingShop } from "./working-shop.ts";

type FlaggedSale = {
  readonly sale: SaleToRecord;
  readonly plan: SalePlan;
  readonly timing: SaleTiming;
  readonly tenders: readonly RecordedTender[];
};

/** What someone should look at. A finished sale is never refused for any of it. */
export function raiseFlags(working: WorkingShop, flagged: FlaggedSale): readonly SaleFlag[] {
  const { sale, plan, timing, tenders } = flagged;
  const isRaised: Partial<Record<SaleFlag, boolean>> = {
    negative_stock: plan.movements.some((movement) => movement.resultingStockThousandths < 0),
    archived_product: plan.lines.some((line) => !line.product.isActive),
    product_created: plan.newProducts.length > 0,
    clock_skew: timing.isClockSkewed,
    under_tendered: tenders.length > 0 && settleTenders(plan.totalMinor, tenders).shortMinor > 0,
    late: timing.isLate,
    receipt_number_repeated: isReceiptNumberRepeated(working, sale),
    unknown_cashier: sellerOf(working.state, sale).isUnknown,
  };
  return SALE_FLAGS.filter((flag) => isRaised[flag] === true || sale.flags?.includes(flag) === true);
}

function isReceiptNumberRepeated(working: WorkingShop, { content, device }: SaleToRecord): boolean {
  if (content.receipt_number === undefined) return false;
  const till = tillOf({ deviceId: device?.id ?? null, sourceDevice: content.source_device ?? "" });
  return working.usedReceiptNumbers.has(receiptKey(till, content.receipt_number));
}
