import type { OutboxRecord } from "./outbox-record.ts";
import { isUnsent, type RecordState } from "./record-state.ts";
import { addToRanges, removeFromRanges, type SequenceRanges } from "./sequence-ranges.ts";

/** Saved sales whose receipt was not confirmed as seen; beyond this the oldest are taken as seen. */
export const UNSEEN_RECEIPTS_MAX = 100;

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
  readonly quarantinedCount: number;
  readonly ackedCount: number;
  readonly currencyExponent: number;
  readonly unseenReceipts: readonly number[];
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
    quarantinedCount: 0,
    ackedCount: 0,
    currencyExponent: 0,
    unseenReceipts: [],
  };
}

/** The book after a record was enqueued. */
export function withEnqueued(ledger: OutboxLedger, record: OutboxRecord): OutboxLedger {
  return {
    ...moved(ledger, record, undefined, record.state),
    lastDeviceSeq: record.deviceSeq,
    lastReceipt: ledger.lastReceipt + 1,
    currencyExponent: record.currencyExponent,
    unseenReceipts: [...ledger.unseenReceipts, record.deviceSeq].slice(-UNSEEN_RECEIPTS_MAX),
  };
}

/** The book after a record went from one state to another, or was pruned. */
export function withTransition(
  ledger: OutboxLedger,
  before: OutboxRecord,
  after: OutboxRecord | "pruned",
): OutboxLedger {
  return moved(ledger, before, before.state, after === "pruned" ? undefined : after.state);
}

function moved(
  ledger: OutboxLedger,
  record: OutboxRecord,
  from: RecordState | undefined,
  to: RecordState | undefined,
): OutboxLedger {
  const change = (counts: (state: RecordState) => boolean): number =>
    Number(to !== undefined && counts(to)) - Number(from !== undefined && counts(from));
  const unsentChange = change(isUnsent);
  return {
    ...ledger,
    unsentCount: ledger.unsentCount + unsentChange,
    unsentValueMinor: ledger.unsentValueMinor + unsentChange * record.valueMinor,
    quarantinedCount: ledger.quarantinedCount + change((state) => state === "quarantined"),
    ackedCount: ledger.ackedCount + change((state) => state === "acked"),
    confirmed: confirmedAfter(ledger.confirmed, record.deviceSeq, to),
  };
}

/** A pruned record stays confirmed: pruning is allowed only for what every backup has. */
function confirmedAfter(ranges: SequenceRanges, deviceSeq: number, to: RecordState | undefined): SequenceRanges {
  if (to === undefined) return ranges;
  return isUnsent(to) ? removeFromRanges(ranges, deviceSeq) : addToRanges(ranges, deviceSeq);
}
