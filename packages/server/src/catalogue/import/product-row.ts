/** What one row of the file says about a product; what a cell leaves empty is absent, and leaves the product as it is. */
export type ProductRow = {
  /** The row's number in the spreadsheet. */
  readonly row: number;
  readonly sku?: string;
  readonly barcode?: string;
  readonly name?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly unitPriceMinor?: number;
  readonly stockThousandths?: number;
  readonly reorderLevelThousandths?: number;
  readonly isVolatile?: boolean;
};
