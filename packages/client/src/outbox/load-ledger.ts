import { areRanges, isFields, isInteger, isText } from "../fields.ts";
import { newLedger, type OutboxLedger, withTransition } from "./outbox-ledger.ts";
import type { OutboxReader } from "./outbox-storage.ts";
import { eachRow } from "./read-rows.ts";
import { readRecord } from "./read-record.ts";
import type { SequenceRanges } from "./sequence-ranges.ts";

export interface LedgerSeed {
  readonly shopId: string;
  /** Mints an incarnation, for an outbox that has none. */
  readonly newId: () => string;
}

/** The stored book; a new one for an empty outbox; rebuilt from the rows when it is damaged. */
export async function loadLedger(reader: OutboxReader, seed: LedgerSeed): Promise<OutboxLedger> {
  const stored = await reader.ledger();
  if (isLedger(stored)) return stored;
  return rebuildLedger(reader, seed);
}

/**
 * The book as the rows alone tell it. The newest row is never pruned, so no number is used again;
 * numbers below the oldest row can only have been pruned, which is done only to confirmed ones.
 */
export async function rebuildLedger(reader: OutboxReader, seed: LedgerSeed): Promise<OutboxLedger> {
  let ledger: OutboxLedger | undefined;
  let lastDeviceSeq = 0;
  await eachRow(reader, (row) => {
    lastDeviceSeq = row.deviceSeq;
    const read = readRecord(row);
    if (!read.ok) return;
    ledger ??= { ...newLedger(seed.shopId, read.value.incarnation), confirmed: prunedBelow(row.deviceSeq) };
    ledger = { ...withTransition(ledger, undefined, read.value), currencyExponent: read.value.currencyExponent };
  });
  return { ...(ledger ?? newLedger(seed.shopId, seed.newId())), lastDeviceSeq, lastReceipt: lastDeviceSeq };
}

function prunedBelow(deviceSeq: number): SequenceRanges {
  return deviceSeq > 1 ? [[1, deviceSeq - 1]] : [];
}

function isLedger(value: unknown): value is OutboxLedger {
  if (!isFields(value)) return false;
  const numbers = [
    "lastDeviceSeq",
    "lastReceipt",
    "unsentCount",
    "unsentValueMinor",
    "stuckCount",
    "quarantinedCount",
    "ackedCount",
    "currencyExponent",
  ];
  return (
    value["v"] === 1 &&
    isText(value["shopId"]) &&
    isText(value["incarnation"]) &&
    numbers.every((name) => isInteger(value[name])) &&
    areRanges(value["confirmed"], Number.MAX_SAFE_INTEGER) &&
    Array.isArray(value["unseenReceipts"])
  );
}
