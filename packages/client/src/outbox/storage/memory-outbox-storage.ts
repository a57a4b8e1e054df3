import { createQueue } from "../../serial-queue.ts";
import type { NewRow, OutboxReader, OutboxStorage, OutboxWriter, StoredRow } from "../outbox-storage.ts";
import type { RecordState } from "../record-state.ts";

/** What a memory storage holds; hand the same one to a second storage to play a restart of the device. */
export interface MemoryOutbox {
  ledger: unknown;
  rows: Map<number, unknown>;
}

/** Called before every storage call and before the commit; throwing plays a failure of the device. */
export type StorageFault = (call: string) => void;

/** For tests: keeps everything in memory, with transactions, isolation and failures on demand. */
export function createMemoryOutboxStorage(
  disk: MemoryOutbox = { ledger: undefined, rows: new Map() },
  fault: StorageFault = () => undefined,
): OutboxStorage {
  const queue = createQueue();
  return {
    read: (work) => queue.run(() => work(accessTo(copyOf(disk), fault))),
    write: (work) =>
      queue.run(async () => {
        const draft = copyOf(disk);
        const result = await work(accessTo(draft, fault));
        fault("commit");
        disk.ledger = draft.ledger;
        disk.rows = draft.rows;
        return result;
      }),
    close: async () => undefined,
  };
}

function copyOf(disk: MemoryOutbox): MemoryOutbox {
  return { ledger: disk.ledger, rows: new Map(disk.rows) };
}

function accessTo(disk: MemoryOutbox, fault: StorageFault): OutboxWriter {
  const add = async (row: NewRow): Promise<void> => {
    fault("addRow");
    if (disk.rows.has(row.deviceSeq) || rowsOf(disk).some((other) => idOf(other.value) === row.id)) {
      throw new Error(`row ${row.deviceSeq} or id ${row.id} is there already`);
    }
    disk.rows.set(row.deviceSeq, structuredClone(row));
  };
  return {
    ...readerOf(disk, fault),
    addRow: add,
    async putLedger(ledger) {
      fault("putLedger");
      disk.ledger = structuredClone(ledger);
    },
    async putRow(row) {
      fault("putRow");
      disk.rows.set(row.deviceSeq, structuredClone(row));
    },
    async deleteRow(deviceSeq) {
      fault("deleteRow");
      disk.rows.delete(deviceSeq);
    },
  };
}

function readerOf(disk: MemoryOutbox, fault: StorageFault): OutboxReader {
  const select = (call: string, keep: (row: StoredRow) => boolean): StoredRow[] => {
    fault(call);
    return structuredClone(rowsOf(disk).filter(keep));
  };
  return {
    async ledger() {
      fault("ledger");
      return structuredClone(disk.ledger);
    },
    row: async (deviceSeq) => select("row", (row) => row.deviceSeq === deviceSeq)[0],
    rowById: async (id) => select("rowById", (row) => idOf(row.value) === id)[0],
    rowsInState: async (state, after, limit) =>
      select("rowsInState", (row) => isIn(state)(row) && row.deviceSeq > after).slice(0, limit),
    rowsAfter: async (after, limit) => select("rowsAfter", (row) => row.deviceSeq > after).slice(0, limit),
    newestRows: async (limit) =>
      select("newestRows", () => true)
        .toReversed()
        .slice(0, limit),
    countRows: async () => select("countRows", () => true).length,
    countInState: async (state) => select("countInState", isIn(state)).length,
  };
}

function isIn(state: RecordState): (row: StoredRow) => boolean {
  return (row) => stateOf(row.value) === state;
}

function rowsOf(disk: MemoryOutbox): StoredRow[] {
  return [...disk.rows]
    .map(([deviceSeq, value]) => ({ deviceSeq, value }))
    .toSorted((a, b) => a.deviceSeq - b.deviceSeq);
}

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
}

function stateOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "state" in value ? value.state : undefined;
}
