import type { FaultPlan } from "../fault-plan.ts";
import type { LinkFault } from "./unreliable-transport.ts";

/** A line of an invoice as the till rings it up. */
export type TillLine = {
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
};

/** An invoice that one till sells. `number` travels as the sale's note: it ties what the cashier was told to the data. */
export type TillInvoice = { readonly number: string; readonly soldAtMs: number; readonly lines: readonly TillLine[] };

/** What a till process is started with; a restart after a crash differs only in `start` and `invoices`. */
export type TillStart = {
  readonly name: string;
  readonly deviceId: string;
  readonly deviceToken: string;
  readonly shopId: string;
  readonly serverUrl: string;
  readonly folder: string;
  readonly seed: number;
  /** 1 for the first process of this till. */
  readonly start: number;
  readonly plan: FaultPlan;
  /** Still to be rung up, as far as the cashier knows. */
  readonly invoices: readonly TillInvoice[];
};

/** What the till shows its cashier: only after this was said does the oracle count on the sale. */
export type SaleTold = { readonly invoiceNumber: string; readonly externalId: string; readonly totalMinor: number };

export type TillMessage =
  | { readonly kind: "told"; readonly sale: SaleTold; readonly unsent: number }
  | { readonly kind: "state"; readonly unsent: number }
  | { readonly kind: "fault"; readonly fault: LinkFault }
  /** The server asked for numbers that the till holds as acknowledged. */
  | { readonly kind: "loss"; readonly missing: string }
  | {
      readonly kind: "drained";
      readonly completeUpTo: number;
      readonly lastDeviceSeq: number;
      readonly quarantined: number;
      readonly corrupt: number;
    };
