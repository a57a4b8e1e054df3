/** Sales, append-only, and the figures kept in step with them. */
export type SaleTables = {
  readonly sales: SalesTable;
  readonly sale_contents: SaleContentsTable;
  readonly sale_lines: SaleLinesTable;
  readonly sale_tenders: SaleTendersTable;
  readonly sale_conflicts: SaleConflictsTable;
  readonly product_daily_sales: ProductDailySalesTable;
  readonly shop_daily_sales: ShopDailySalesTable;
};

export type SalesTable = {
  shop_id: string;
  id: number;
  external_id: string;
  /** SHA-256 of the normalised content, lower-case hex. */
  fingerprint: string;
  sold_by: number;
  device_id: string | null;
  device_incarnation: string | null;
  device_seq: number | null;
  source_device: string;
  receipt_number: string | null;
  note: string | null;
  total_minor: number;
  client_timestamp_ms: number | null;
  corrected_at_ms: number | null;
  clock_offset_ms: number | null;
  clock_error_ms: number | null;
  received_at_ms: number;
  synced_at_ms: number;
  /** YYYY-MM-DD. */
  business_date: string;
  /** JSON array of flag names, as first raised. */
  flags: string;
};

/** The content an `external_id` stands for, as canonical JSON. */
export type SaleContentsTable = {
  shop_id: string;
  sale_id: number;
  content: string;
};

export type SaleLinesTable = {
  shop_id: string;
  sale_id: number;
  line_number: number;
  product_id: number;
  /** The name as sold. */
  product_name: string;
  quantity_thousandths: number;
  unit_price_minor: number;
  subtotal_minor: number;
};

export type SaleTendersTable = {
  shop_id: string;
  sale_id: number;
  tender_number: number;
  method: string;
  amount_minor: number;
  reference: string | null;
};

/** Other contents that arrived under a known `external_id`, kept for review; at most ten per id. */
export type SaleConflictsTable = {
  shop_id: string;
  external_id: string;
  conflict_number: number;
  fingerprint: string;
  content: string;
  received_at_ms: number;
  device_id: string | null;
};

export type ProductDailySalesTable = {
  shop_id: string;
  product_id: number;
  business_date: string;
  quantity_thousandths: number;
  revenue_minor: number;
  line_count: number;
};

export type ShopDailySalesTable = {
  shop_id: string;
  business_date: string;
  sale_count: number;
  total_minor: number;
};
