import { type DBSchema, deleteDB, type IDBPDatabase } from "idb";
import { openGrowingDatabase } from "../../environment/open-growing-database.ts";
import { readPosition } from "../apply-page.ts";
import type { CatalogueChange, CatalogueRow, CatalogueStorage } from "../catalogue-storage.ts";

interface CatalogueSchema extends DBSchema {
  rows: { key: string; value: CatalogueRow; indexes: { kind: string; generation: number } };
  position: { key: string; value: object };
}

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
  const rows = transaction.objectStore("rows");
  const position = transaction.objectStore("position");
  const done = transaction.done;
  done.catch(() => undefined);
  const stored = readPosition(await position.get(POSITION_KEY));
  const isExpected = stored.cursor === change.expectedCursor;
  if (isExpected) {
    await Promise.all([
      ...change.rows.map((row) => rows.put(row)),
      ...change.deletedKeys.map((key) => rows.delete(key)),
      position.put(change.position, POSITION_KEY),
    ]);
    if (change.dropsOlderGenerations) await dropBefore(rows.index("generation"), change.position.generation);
  }
  await done;
  return isExpected;
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
