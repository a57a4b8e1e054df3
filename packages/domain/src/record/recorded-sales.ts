import type { AlertSeverity } from "../alerts/alert-state.ts";
import type { SaleContent } from "../sale/sale-content.ts";
import type { SaleFlag } from "../sale/sale-flags.ts";
import type { DeviceClock, SellingDevice } from "./sale-to-record.ts";
import type { AlertState, ProductState, ShopCounters } from "./shop-state.ts";

/** Everything to write so that the sales have happened, and one answer per sale in their order. */
export type RecordedSales = {
  readonly results: readonly SaleResult[];
  readonly sales: readonly RecordedSale[];
  readonly conflicts: readonly SaleConflict[];
  readonly productsCreated: readonly NewProduct[];
  /** Products that existed, as they are now. */
  readonly productsChanged: readonly ProductState[];
  readonly movements: readonly SaleMovement[];
  readonly alertsOpened: readonly NewAlert[];
  /** Alerts that were open, as they are now. */
  readonly alertsChanged: readonly ChangedAlert[];
  /** To add to what the day already has. */
  readonly productDailySales: readonly ProductDailySales[];
  readonly shopDailySales: readonly ShopDailySales[];
  /** The counters to leave behind; `version` has moved, once, if anything pullable did. */
  readonly counters: ShopCounters;
};

export type SaleResult =
  | ({ readonly status: "created" } & KnownResult)
  | ({ readonly status: "duplicate" } & KnownResult)
  | {
      readonly status: "mismatch";
      readonly externalId: string;
      readonly saleId: number;
      /** Where the two contents differ, such as "items.0.quantity". */
      readonly differences: readonly string[];
    }
  | ({ readonly status: "refused"; readonly externalId: string } & SaleRefusal);

type KnownResult = {
  readonly externalId: string;
  readonly saleId: number;
  /** As first raised. */
  readonly flags: readonly SaleFlag[];
  readonly receivedAtMs: number;
};

/** Why a well-formed sale can't be applied to this shop. */
export type SaleRefusal = {
  readonly code: "product_not_found" | "amount_too_large";
  readonly detail: string;
  readonly path: string;
};

export type RecordedSale = {
  readonly id: number;
  readonly externalId: string;
  readonly fingerprint: string;
  readonly content: SaleContent;
  readonly soldByUserId: number;
  readonly device: SellingDevice | null;
  readonly clock: DeviceClock | null;
  readonly sourceDevice: string;
  readonly totalMinor: number;
  readonly clientTimestampMs: number | null;
  readonly correctedAtMs: number;
  readonly receivedAtMs: number;
  readonly syncedAtMs: number;
  readonly businessDate: string;
  readonly flags: readonly SaleFlag[];
  readonly lines: readonly RecordedLine[];
  readonly tenders: readonly RecordedTender[];
};

export type RecordedLine = {
  readonly productId: number;
  /** As sold: of the snapshot if the line has one. */
  readonly productName: string;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
  readonly subtotalMinor: number;
};

export type RecordedTender = {
  readonly method: string;
  readonly amountMinor: number;
  readonly reference: string | null;
};

/** A second content under a known external id, kept for review. */
export type SaleConflict = {
  readonly externalId: string;
  /** 1 to `CONFLICTS_MAX`. */
  readonly conflictNumber: number;
  readonly fingerprint: string;
  readonly content: SaleContent;
  readonly receivedAtMs: number;
  readonly deviceId: string | null;
};

export type NewProduct = ProductState & { readonly createdByUserId: number };

/** One per sale and tracked product: lines of one product are one movement. */
export type SaleMovement = {
  readonly id: number;
  readonly productId: number;
  readonly deltaThousandths: number;
  readonly resultingStockThousandths: number;
  readonly performedByUserId: number;
  readonly saleId: number;
};

export type NewAlert = AlertState & {
  readonly severity: AlertSeverity;
  readonly stockAtTriggerThousandths: number;
  readonly reorderLevelAtTriggerThousandths: number;
  readonly isClosed: boolean;
};

/** An alert after a change; without an `acknowledgedSeverity` it is unread (again). */
export type ChangedAlert = AlertState & { readonly isClosed: boolean };

/** Sums over a batch are bigint: a thousand sales of the largest amount add up beyond 2^53. */
export type ProductDailySales = {
  readonly productId: number;
  readonly businessDate: string;
  readonly quantityThousandths: bigint;
  readonly revenueMinor: bigint;
  readonly lineCount: number;
};

export type ShopDailySales = {
  readonly businessDate: string;
  readonly saleCount: number;
  readonly totalMinor: bigint;
};
