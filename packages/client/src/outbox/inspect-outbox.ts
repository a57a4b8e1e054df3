import { loadLedger, type LedgerSeed, rebuildLedger } from "./load-ledger.ts";
import type { OutboxLedger } from "./outbox-ledger.ts";
import type { OutboxReader, OutboxStorage } from "./outbox-storage.ts";
import { readRecord } from "./read-record.ts";
import { eachRow, eachRowInState } from "./read-rows.ts";
import { RECORD_STATES } from "./record-state.ts";

export interface Inspection {
  readonly ledger: OutboxLedger;
  /** Numbers of rows that cannot be read, with the reason. */
  readonly corrupt: ReadonlyMap<number, string>;
}

/**
 * Looks at everything that is not safely acknowledged, once at start, and corrects the book's sums where the
 * rows say otherwise. Acknowledged rows are many: they are looked at when they are read.
 */
export async function inspectOutbox(storage: OutboxStorage, seed: LedgerSeed): Promise<Inspection> {
  const corrupt = await storage.read(findCorrupt);
  const ledger = await storage.write(async (writer) => {
    const loaded = await loadLedger(writer, seed);
    const checked = (await sumsAgree(writer, loaded)) ? loaded : withSumsOf(loaded, await rebuildLedger(writer, seed));
    await writer.putLedger(checked);
    return checked;
  });
  return { ledger, corrupt };
}

async function findCorrupt(reader: OutboxReader): Promise<Map<number, string>> {
  const corrupt = new Map<number, string>();
  const check = (row: Parameters<typeof readRecord>[0]): void => {
    const read = readRecord(row);
    if (!read.ok) corrupt.set(row.deviceSeq, read.error);
  };
  const known = await Promise.all(RECORD_STATES.map((state) => reader.countInState(state)));
  const hasUnknownState = known.reduce((sum, count) => sum + count, 0) !== (await reader.countRows());
  if (hasUnknownState) {
    await eachRow(reader, check);
    return corrupt;
  }
  for (const state of ["queued", "inflight", "quarantined"] as const) await eachRowInState(reader, state, check);
  return corrupt;
}

async function sumsAgree(reader: OutboxReader, ledger: OutboxLedger): Promise<boolean> {
  const unsent = (await reader.countInState("queued")) + (await reader.countInState("inflight"));
  return (
    ledger.unsentCount === unsent &&
    ledger.ackedCount === (await reader.countInState("acked")) &&
    ledger.quarantinedCount === (await reader.countInState("quarantined"))
  );
}

/** Numbers and confirmations stay those of the book, which knows more than the rows that are left. */
function withSumsOf(ledger: OutboxLedger, rebuilt: OutboxLedger): OutboxLedger {
  const { unsentCount, unsentValueMinor, stuckCount, quarantinedCount, ackedCount } = rebuilt;
  return {
    ...ledger,
    unsentCount,
    unsentValueMinor,
    stuckCount,
    quarantinedCount,
    ackedCount,
    lastDeviceSeq: Math.max(ledger.lastDeviceSeq, rebuilt.lastDeviceSeq),
  };
}
