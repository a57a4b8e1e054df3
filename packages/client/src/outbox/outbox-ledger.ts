import type { OutboxRecord } from "./outbox-record.ts";
import { isUnsent } from "./record-state.ts";
import { addToRanges, removeFromRanges, type SequenceRanges } from "./sequence-ranges.ts";

/** Saved sales whose receipt was not confirmed as seen; beyond this the oldest are taken as seen. */
const UNSEEN_RECEIPTS_MAX = 100;

/**
 * The outbox's one book-keeping row, written in the same transaction as the records it speaks of:
 * the numbers allotted, what the server confirmed, and the sums that a screen shows.
 */
export interface OutboxLedger {
  readonly v: 1;
  readonly shopId: string;
  /** Minted with each new outbox database, so that a number is never used for two facts. */
  readonly incarnation: string;
  readonly lastDeviceSeq: number;
  readonly lastReceipt: number;
  /** Numbers with a final answer of the server, pruned ones included. */
  readonly confirmed: SequenceRanges;
  readonly unsentCount: number;
  readonly unsentValueMinor: number;
  /** Unsent records that travel alone. */
  readonly stuckCount: number;
  readonly quarantinedCount: number;
  readonly ackedCount: number;
  readonly currencyExponent: number;
  readonly unseenReceipts: readonly number[];
  /** The best known offset to the server's clock, for a start without a network. */
  readonly clock?: { readonly offsetMs: number; readonly errorMs: number };
}

/** The book of an empty outbox. */
export function newLedger(shopId: string, incarnation: string): OutboxLedger {
  return {
    v: 1,
    shopId,
    incarnation,
    lastDeviceSeq: 0,
    lastReceipt: 0,
    confirmed: [],
    unsentCount: 0,
    unsentValueMinor: 0,
    stuckCount: 0,
    quarantinedCount: 0,
    ackedCount: 0,
    currencyExponent: 0,
    unseenReceipts: [],
  };
}

/** The book after a record was enqueued. */
export function withEnqueued(ledger: OutboxLedger, record: OutboxRecord): OutboxLedger {
  return {
    ...withTransition(ledger, undefined, record),
    lastDeviceSeq: record.deviceSeq,
    lastReceipt: ledger.lastReceipt + 1,
    currencyExponent: record.currencyExponent,
    unseenReceipts: [...ledger.unseenReceipts, record.deviceSeq].slice(-UNSEEN_RECEIPTS_MAX),
  };
}

/** The book after a record changed; undefined before: it is new, undefined after: it was pruned. */
export function withTransition(
  ledger: OutboxLedger,
  before: OutboxRecord | undefined,
  after: OutboxRecord | undefined,
): OutboxLedger {
  const change = (counts: (record: OutboxRecord) => boolean): number =>
    Number(after !== undefined && counts(after)) - Number(before !== undefined && counts(before));
  const unsentChange = change((record) => isUnsent(record.state));
  return {
    ...ledger,
    unsentCount: ledger.unsentCount + unsentChange,
    unsentValueMinor: ledger.unsentValueMinor + unsentChange * ((after ?? before)?.valueMinor ?? 0),
    stuckCount: ledger.stuckCount + change((record) => isUnsent(record.state) && record.sendAlone),
    quarantinedCount: ledger.quarantinedCount + change((record) => record.state === "quarantined"),
    ackedCount: ledger.ackedCount + change((record) => record.state === "acked"),
    confirmed: confirmedAfter(ledger.confirmed, after),
  };
}

/** A pruned record stays confirmed: pruning is allowed only for what every backup has. */
function confirmedAfter(ranges: SequenceRanges, after: OutboxRecord | undefined): SequenceRanges {
  if (after === undefined) return ranges;
  return isUnsent(after.state) ? removeFromRanges(ranges, after.deviceSeq) : addToRanges(ranges, after.deviceSeq);
}
