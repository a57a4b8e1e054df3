import type { RecordState } from "./record-state.ts";

/** A row as storage holds it. `value` is believed only after `readRecord` has looked at it. */
export interface StoredRow {
  readonly deviceSeq: number;
  readonly value: unknown;
}

/** What one transaction may read. Nothing else may be awaited between two calls: IndexedDB would commit. */
export interface OutboxReader {
  ledger(): Promise<unknown>;
  row(deviceSeq: number): Promise<StoredRow | undefined>;
  rowById(id: string): Promise<StoredRow | undefined>;
  /** Rows of one state with a number above `after`, ascending, at most `limit`. */
  rowsInState(state: RecordState, after: number, limit: number): Promise<readonly StoredRow[]>;
  /** Rows of any state, also an unknown one, with a number above `after`, ascending. */
  rowsAfter(after: number, limit: number): Promise<readonly StoredRow[]>;
  /** The newest rows, descending. */
  newestRows(limit: number): Promise<readonly StoredRow[]>;
  countRows(): Promise<number>;
  countInState(state: RecordState): Promise<number>;
}

export interface OutboxWriter extends OutboxReader {
  putLedger(ledger: object): Promise<void>;
  /** Adds a row; rejects when the number or the id is taken. */
  addRow(row: NewRow): Promise<void>;
  putRow(row: NewRow): Promise<void>;
  deleteRow(deviceSeq: number): Promise<void>;
}

export interface NewRow {
  readonly deviceSeq: number;
  readonly id: string;
  readonly state: RecordState;
}

/**
 * Where the outbox lives. A write is all or nothing: the promise resolves once the transaction is
 * complete with strict durability, and rejects on any error or abort, after which nothing of it is there
 * (or, after a crash of the device in the last instant, all of it). Writers never overlap, also across tabs.
 */
export interface OutboxStorage {
  read<T>(work: (reader: OutboxReader) => Promise<T>): Promise<T>;
  write<T>(work: (writer: OutboxWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
