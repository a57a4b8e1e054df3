import type { OpenAlert } from "../alerts/alert-state.ts";
import type { SaleContent } from "../sale/sale-content.ts";
import type { SaleFlag } from "../sale/sale-flags.ts";

/** What `recordSales` must know of a shop, read under the shop's lock. It may hold more than the sales need, never less. */
export type ShopState = {
  readonly shop: ShopSettings & ShopCounters;
  /** Every product that a line could resolve to, by id, uid, SKU or barcode. */
  readonly products: readonly ProductState[];
  /** The open alerts of those products. */
  readonly openAlerts: readonly AlertState[];
  /** The sales already recorded under one of the external ids. */
  readonly knownSales: readonly KnownSale[];
  /** Where one of the receipt numbers was used before. */
  readonly usedReceiptNumbers: readonly UsedReceiptNumber[];
  readonly memberIds: ReadonlySet<number>;
  /** People who were members once: what they sold stays theirs, and is flagged. */
  readonly formerMemberIds: ReadonlySet<number>;
  /** Those of the sales' `formerSaleId`s that are in use. */
  readonly takenSaleIds: ReadonlySet<number>;
  /** The clock under the shop's lock. */
  readonly nowMs: number;
};

export type ShopSettings = {
  readonly id: string;
  readonly currencyExponent: number;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
};

/** The next id of each kind, allotted without gaps, and the version of the last pullable change. */
export type ShopCounters = {
  readonly version: number;
  readonly nextProductId: number;
  readonly nextSaleId: number;
  readonly nextMovementId: number;
  readonly nextAlertId: number;
};

export type ProductState = {
  readonly id: number;
  readonly uid: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly name: string;
  readonly unitPriceMinor: number;
  readonly unit: string;
  readonly isVolatile: boolean;
  /** Null exactly when volatile. */
  readonly stockThousandths: number | null;
  readonly reorderLevelThousandths: number | null;
  readonly isActive: boolean;
  /** Corrected time of the sale that set a volatile product's price. */
  readonly priceSoldAtMs: number | null;
};

export type AlertState = OpenAlert & { readonly id: number; readonly productId: number };

export type KnownSale = {
  readonly externalId: string;
  readonly saleId: number;
  readonly fingerprint: string;
  readonly flags: readonly SaleFlag[];
  readonly receivedAtMs: number;
  /** Needed only where a sale comes with another fingerprint, to say where they differ. */
  readonly content?: SaleContent;
  /** Fingerprints of the other contents kept so far; needed in the same case. */
  readonly conflictFingerprints: readonly string[];
};

export type UsedReceiptNumber = { readonly till: string; readonly receiptNumber: string };
