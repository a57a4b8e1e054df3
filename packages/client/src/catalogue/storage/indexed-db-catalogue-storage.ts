import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { completeTransaction } from "../../environment/complete-transaction.ts";
import { openGrowingDatabase } from "../../environment/open-growing-database.ts";
import { readPosition } from "../apply-page.ts";
import type { CatalogueChange, CatalogueRow, CatalogueStorage } from "../catalogue-storage.ts";

interface CatalogueSchema extends DBSchema {
  rows: { key: string; value: CatalogueRow; indexes: { kind: string; generation: number } };
  position: { key: string; value: object };
}

type CatalogueTransaction = IDBPTransaction<CatalogueSchema, ["rows", "position"], "readwrite">;

const SCHEMA_VERSION = 1;
const POSITION_KEY = "position";

/** The cache in a browser, apart from the outbox so that it can be dropped. Relaxed durability: it can be pulled again. */
export function createIndexedDbCatalogueStorage(name: string): CatalogueStorage {
  const connection = openGrowingDatabase<CatalogueSchema>(name, SCHEMA_VERSION, addStores);
  return {
    position: async () => (await connection.open()).get("position", POSITION_KEY),
    apply: async (change) => applyTo(await connection.open(), change),
    rows: async (kind) => (await connection.open()).getAllFromIndex("rows", "kind", kind),
    count: async (kind) => (await connection.open()).countFromIndex("rows", "kind", kind),
    async clear() {
      await connection.close();
      await deleteDB(name);
    },
    close: () => connection.close(),
  };
}

function addStores(database: IDBPDatabase<CatalogueSchema>, oldVersion: number): void {
  if (oldVersion >= 1) return;
  const rows = database.createObjectStore("rows", { keyPath: "key" });
  rows.createIndex("kind", "kind");
  rows.createIndex("generation", "generation");
  database.createObjectStore("position");
}

async function applyTo(database: IDBPDatabase<CatalogueSchema>, change: CatalogueChange): Promise<boolean> {
  const transaction = database.transaction(["rows", "position"], "readwrite", { durability: "relaxed" });
  return completeTransaction(transaction, write(transaction, change));
}

async function write(transaction: CatalogueTransaction, change: CatalogueChange): Promise<boolean> {
  const rows = transaction.objectStore("rows");
  const position = transaction.objectStore("position");
  const stored = readPosition(await position.get(POSITION_KEY));
  if (stored.cursor !== change.expectedCursor) return false;
  // All at once, for waiting for each of a thousand is slow; async, so that one that throws is a rejection too.
  await Promise.all([
    ...change.rows.map(async (row) => rows.put(row)),
    ...change.deletedKeys.map(async (key) => rows.delete(key)),
  ]);
  await position.put(change.position, POSITION_KEY);
  if (change.dropsOlderGenerations) await dropBefore(rows.index("generation"), change.position.generation);
  return true;
}

interface Deletable {
  delete(): Promise<void>;
  continue(): Promise<Deletable | null>;
}

async function dropBefore(
  index: { openCursor(range: IDBKeyRange): Promise<Deletable | null> },
  generation: number,
): Promise<void> {
  const older = IDBKeyRange.upperBound(generation, true);
  for (let at = await index.openCursor(older); at !== null; at = await at.continue()) await at.delete();
}
