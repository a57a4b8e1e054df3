/** Everything a recorded sale can be flagged with: it counts, but someone should look. Flags are listed in this order. */
export const SALE_FLAGS = [
  "negative_stock",
  "archived_product",
  "product_created",
  "clock_skew",
  "under_tendered",
  "late",
  "receipt_number_repeated",
  "unknown_cashier",
  "device_fork",
  "recovered_unproven",
] as const;

export type SaleFlag = (typeof SALE_FLAGS)[number];
