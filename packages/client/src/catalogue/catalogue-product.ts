/** A product as the till shows it. */
export interface CatalogueProduct {
  readonly id: number;
  readonly uid: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly name: string;
  readonly description: string;
  readonly unitPrice: string;
  readonly unit: string;
  readonly isVolatile: boolean;
  readonly active: boolean;
  /** As the server last said, in thousandths; null for a volatile product. */
  readonly serverStockThousandths: number | null;
  /** The server's figure minus this till's own sales that it does not include yet. */
  readonly shownStockThousandths: number | null;
  readonly reorderLevelThousandths: number | null;
}

export interface CatalogueState {
  /** `empty`: nothing yet; `loading`: first load or reload under way; `ready`: complete as of `lastPulledAtMs`. */
  readonly status: "empty" | "loading" | "ready";
  readonly productCount: number;
  /** Changes whenever `list()` would answer something else. */
  readonly version: number;
  readonly lastPulledAtMs?: number;
  readonly lastProblem?: string;
}
