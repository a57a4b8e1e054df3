import type { SaleResult, SaleToRecord } from "@duka/domain";

/** Sales of one shop that wait for one answer each. */
export type SalesSubmission = { readonly shopId: string; readonly sales: readonly SaleToRecord[] };

/** What became of a sale: what the domain says, or that the server itself broke on this one and kept nothing of it. */
export type SaleOutcome =
  | SaleResult
  | { readonly status: "failed"; readonly externalId: string; readonly error: unknown };

/** A sale in the queue, with the one who waits for it. */
export type WaitingSale = {
  readonly sale: SaleToRecord;
  readonly resolve: (outcome: SaleOutcome) => void;
  readonly reject: (error: unknown) => void;
};

export type ShopBatch = { readonly shopId: string; readonly waiting: readonly WaitingSale[] };
