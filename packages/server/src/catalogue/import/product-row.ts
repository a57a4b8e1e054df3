/** What one row of the file says about a product; what a cell leaves empty is undefined, and leaves the product as it is. */
export type ProductRow = {
  /** The row's number in the spreadsheet. */
  readonly row: number;
  readonly sku?: string | undefined;
  readonly barcode?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly unit?: string | undefined;
  readonly unitPriceMinor?: number | undefined;
  readonly stockThousandths?: number | undefined;
  readonly reorderLevelThousandths?: number | undefined;
  readonly isVolatile?: boolean | undefined;
};
