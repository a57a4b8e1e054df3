/** The product as it was sold; the server makes the product from it when it does not know it. */
export interface ProductSnapshot {
  readonly uid?: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly name: string;
  readonly unitPriceMinor?: number;
  readonly unit?: string;
  readonly isVolatile?: boolean;
}

export interface SaleDraftLine {
  /** The server's id of the product; absent for one that was made on this till. */
  readonly productId?: number;
  readonly product: ProductSnapshot;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
}

export interface SaleTender {
  /** "cash", "card", "mobile_money" or "other:<name>". */
  readonly method: string;
  readonly amountMinor: number;
  readonly reference?: string;
}

/** A finished sale before it is saved. Amounts are minor units of a currency with `currencyExponent` decimals. */
export interface SaleDraft {
  /**
   * The sale's external_id, a UUID minted when the cart was begun: recording it again gives back the first
   * recording, however often. Absent: a new one.
   */
  readonly id?: string;
  readonly lines: readonly SaleDraftLine[];
  readonly tenders?: readonly SaleTender[];
  readonly note?: string;
  /** User id of who made the sale; absent: the member who enrolled the device. */
  readonly cashier?: number;
  readonly currencyExponent: number;
}

export interface RecordedSaleLine extends SaleDraftLine {
  readonly subtotalMinor: number;
}

/** A sale that is safe on this device. */
export interface RecordedSale {
  /** The sale's external_id, a UUIDv7. */
  readonly id: string;
  readonly deviceSeq: number;
  readonly receiptNumber: string;
  /** The device's own clock, uncorrected. */
  readonly occurredAtMs: number;
  readonly lines: readonly RecordedSaleLine[];
  readonly tenders: readonly SaleTender[];
  readonly totalMinor: number;
  readonly currencyExponent: number;
  readonly note?: string;
  readonly cashier?: number;
}
