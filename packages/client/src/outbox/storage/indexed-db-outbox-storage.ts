import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";
import { completeTransaction } from "../../environment/complete-transaction.ts";
import { openGrowingDatabase } from "../../environment/open-growing-database.ts";
import type { NewRow, OutboxStorage, OutboxReader, OutboxWriter, StoredRow } from "../outbox-storage.ts";

interface OutboxSchema extends DBSchema {
  rows: { key: number; value: NewRow; indexes: { id: string; "state-number": [string, number] } };
  ledger: { key: string; value: object };
}

type Database = IDBPDatabase<OutboxSchema>;
type Mode = "readonly" | "readwrite";
type OutboxTransaction<M extends Mode> = IDBPTransaction<OutboxSchema, ["rows", "ledger"], M>;

// Only ever grows: stores and indexes are added under a higher version, never changed or removed.
const SCHEMA_VERSION = 1;
const LEDGER_KEY = "ledger";

/** The outbox in a browser: a database of its own that nothing but the outbox touches. */
export function createIndexedDbOutboxStorage(name: string): OutboxStorage {
  const connection = openGrowingDatabase<OutboxSchema>(name, SCHEMA_VERSION, addStores);
  return {
    async read(work) {
      const transaction = (await connection.open()).transaction(["rows", "ledger"], "readonly");
      return completeTransaction(transaction, work(readerOf(transaction)));
    },
    async write(work) {
      const transaction = beginStrict(await connection.open());
      return completeTransaction(transaction, work(writerOf(transaction)));
    },
    close: () => connection.close(),
  };
}

function addStores(database: Database, oldVersion: number): void {
  if (oldVersion >= 1) return;
  const rows = database.createObjectStore("rows", { keyPath: "deviceSeq" });
  rows.createIndex("id", "id", { unique: true });
  rows.createIndex("state-number", ["state", "deviceSeq"]);
  database.createObjectStore("ledger");
}

/** Browsers default to `relaxed`, under which `complete` comes before the bytes are on disk. */
function beginStrict(database: Database): OutboxTransaction<"readwrite"> {
  return database.transaction(["rows", "ledger"], "readwrite", { durability: "strict" });
}

// Every call is async, so that one on a transaction that has ended rejects and never throws past its neighbours.
function readerOf(transaction: OutboxTransaction<Mode>): OutboxReader {
  const rows = transaction.objectStore("rows");
  const byState = rows.index("state-number");
  return {
    ledger: async () => transaction.objectStore("ledger").get(LEDGER_KEY),
    row: async (deviceSeq) => storedOrNone(await rows.get(deviceSeq)),
    rowById: async (id) => storedOrNone(await rows.index("id").get(id)),
    rowsInState: async (state, after, limit) => (await byState.getAll(aboveInState(state, after), limit)).map(stored),
    rowsAfter: async (after, limit) => (await rows.getAll(IDBKeyRange.lowerBound(after, true), limit)).map(stored),
    async newestRows(limit) {
      const newest: StoredRow[] = [];
      for (let at = await rows.openCursor(null, "prev"); at && newest.length < limit; at = await at.continue()) {
        newest.push(stored(at.value));
      }
      return newest;
    },
    countRows: async () => rows.count(),
    countInState: async (state) => byState.count(aboveInState(state, 0)),
  };
}

function writerOf(transaction: OutboxTransaction<"readwrite">): OutboxWriter {
  const rows = transaction.objectStore("rows");
  return {
    ...readerOf(transaction),
    async putLedger(ledger) {
      await transaction.objectStore("ledger").put(ledger, LEDGER_KEY);
    },
    async addRow(row) {
      await rows.add(row);
    },
    async putRow(row) {
      await rows.put(row);
    },
    deleteRow: async (deviceSeq) => rows.delete(deviceSeq),
  };
}

function aboveInState(state: string, after: number): IDBKeyRange {
  return IDBKeyRange.bound([state, after], [state, Number.MAX_SAFE_INTEGER], true);
}

function stored(row: NewRow): StoredRow {
  return { deviceSeq: row.deviceSeq, value: row };
}

function storedOrNone(row: NewRow | undefined): StoredRow | undefined {
  return row === undefined ? undefined : stored(row);
}
