import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { openDurableDatabase } from "../../environment/open-durable-database.ts";
import { createQueue } from "../../serial-queue.ts";
import type { NewRow, OutboxReader, OutboxStorage, OutboxWriter, StoredRow } from "../outbox-storage.ts";

// Only ever grows: columns, tables and indexes are added, never changed or removed.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS outbox_rows (
    device_seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_rows_state ON outbox_rows (state, device_seq);
  CREATE TABLE IF NOT EXISTS outbox_ledger (name TEXT PRIMARY KEY, ledger TEXT NOT NULL) STRICT;
`;

/** The outbox of a Node process in one SQLite file, with every commit on disk before it is reported. */
export function createNodeOutboxStorage(path: string): OutboxStorage {
  return createSqliteOutboxStorage(openDurableDatabase(path, SCHEMA));
}

/** The same over an open database that has the outbox's schema; for tests that make calls fail. */
export function createSqliteOutboxStorage(database: DatabaseSync): OutboxStorage {
  // One connection: transactions of this process wait for each other here, other processes at BEGIN IMMEDIATE.
  const queue = createQueue();
  const transact = async <T>(begin: string, work: () => Promise<T>): Promise<T> => {
    database.exec(begin);
    try {
      const result = await work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      rollBackQuietly(database);
      throw error;
    }
  };
  return {
    read: (work) => queue.run(() => transact("BEGIN", () => work(readerOf(database)))),
    write: (work) => queue.run(() => transact("BEGIN IMMEDIATE", () => work(writerOf(database)))),
    close: () => queue.run(async () => database.close()),
  };
}

function rollBackQuietly(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec("ROLLBACK");
  } catch {
    // The failure that led here is the one to report; an open transaction dies with the connection.
  }
}

function readerOf(database: DatabaseSync): OutboxReader {
  const rows = (where: string, ...values: SQLInputValue[]): StoredRow[] =>
    database
      .prepare(`SELECT device_seq, record FROM outbox_rows ${where}`)
      .all(...values)
      .map(stored);
  const count = (where: string, ...values: SQLInputValue[]): number =>
    Number(database.prepare(`SELECT count(*) AS n FROM outbox_rows ${where}`).get(...values)?.["n"]);
  return {
    async ledger() {
      const row = database.prepare("SELECT ledger FROM outbox_ledger WHERE name = 'ledger'").get();
      return row === undefined ? undefined : parseOrText(row["ledger"]);
    },
    row: async (deviceSeq) => rows("WHERE device_seq = ?", deviceSeq)[0],
    rowById: async (id) => rows("WHERE id = ?", id)[0],
    rowsInState: async (state, after, limit) =>
      rows("WHERE state = ? AND device_seq > ? ORDER BY device_seq LIMIT ?", state, after, limit),
    rowsAfter: async (after, limit) => rows("WHERE device_seq > ? ORDER BY device_seq LIMIT ?", after, limit),
    newestRows: async (limit) => rows("ORDER BY device_seq DESC LIMIT ?", limit),
    countRows: async () => count(""),
    countInState: async (state) => count("WHERE state = ?", state),
  };
}

function writerOf(database: DatabaseSync): OutboxWriter {
  const insert = (row: NewRow, onConflict: string): void => {
    database
      .prepare(`INSERT INTO outbox_rows (device_seq, id, state, record) VALUES (?, ?, ?, ?) ${onConflict}`)
      .run(row.deviceSeq, row.id, row.state, JSON.stringify(row));
  };
  return {
    ...readerOf(database),
    async putLedger(ledger) {
      database
        .prepare("INSERT OR REPLACE INTO outbox_ledger (name, ledger) VALUES ('ledger', ?)")
        .run(JSON.stringify(ledger));
    },
    addRow: async (row) => insert(row, ""),
    // Not INSERT OR REPLACE, which would delete another row that has the same id.
    putRow: async (row) =>
      insert(row, "ON CONFLICT (device_seq) DO UPDATE SET state = excluded.state, record = excluded.record"),
    async deleteRow(deviceSeq) {
      database.prepare("DELETE FROM outbox_rows WHERE device_seq = ?").run(deviceSeq);
    },
  };
}

function stored(row: Record<string, unknown>): StoredRow {
  return { deviceSeq: Number(row["device_seq"]), value: parseOrText(row["record"]) };
}

/** Text that is not JSON any more stays text: it is counted as corrupt, with its bytes. */
function parseOrText(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}
