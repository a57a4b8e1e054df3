import type { SaleToRecord } from "./sale-to-record.ts";
import type { ShopState } from "./shop-state.ts";

/**
 * Whose sale it is: the cashier it names, else whoever sends it. One who has left keeps the sale, flagged.
 * A stranger to the shop never gets it, or anybody's id could be written into its books.
 */
export function sellerOf(
  state: ShopState,
  sale: SaleToRecord,
): { readonly userId: number; readonly isUnknown: boolean } {
  const cashier = sale.content.cashier ?? sale.soldByUserId;
  if (state.memberIds.has(cashier)) return { userId: cashier, isUnknown: false };
  return { userId: state.formerMemberIds.has(cashier) ? cashier : sale.soldByUserId, isUnknown: true };
}
