/**
 * What an `external_id` stands for: a sale as its maker described it, normalised but with nothing resolved.
 * Names are those of the wire, for this is what is fingerprinted; what was absent stays absent.
 */
export type SaleContent = {
  readonly items: readonly SaleLineContent[];
  /** RFC 3339 in UTC with milliseconds. */
  readonly client_timestamp?: string;
  readonly business_date?: string;
  readonly source_device?: string;
  readonly receipt_number?: string;
  readonly tenders?: readonly TenderContent[];
  readonly note?: string;
  /** The user who made the sale, when it was not the one who sends it. */
  readonly cashier?: number;
};

export type SaleLineContent = {
  readonly product?: number;
  readonly product_data?: ProductSnapshot;
  /** Trimmed decimal text, above zero. */
  readonly quantity: string;
  /** Trimmed decimal text; absent means the product's price when recorded. */
  readonly unit_price?: string;
};

/** The product as it looked when it was sold: enough to make it again where it is unknown. */
export type ProductSnapshot = {
  readonly uid?: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly name: string;
  readonly unit_price?: string;
  readonly unit?: string;
  readonly is_volatile?: boolean;
};

export type TenderContent = {
  readonly method: string;
  /** Trimmed decimal text. */
  readonly amount: string;
  readonly reference?: string;
};
