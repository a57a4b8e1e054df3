import { openDurableDatabase } from "../../environment/open-durable-database.ts";
import { readPosition } from "../apply-page.ts";
import type { CatalogueChange, CatalogueKind, CatalogueRow, CatalogueStorage } from "../catalogue-storage.ts";
import type { DatabaseSync } from "node:sqlite";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS catalogue_rows (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, generation INTEGER NOT NULL, row TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS catalogue_position (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT;
`;

/** The cache of a Node process, in a file of its own so that it can be deleted. */
export function createNodeCatalogueStorage(path: string): CatalogueStorage {
  const database = openDurableDatabase(path, SCHEMA);
  return {
    position: async () => positionIn(database),
    apply: async (change) => applyTo(database, change),
    rows: async (kind) => rowsIn(database, kind),
    count: async (kind) =>
      Number(database.prepare("SELECT count(*) AS n FROM catalogue_rows WHERE kind = ?").get(kind)?.["n"]),
    clear: async () => database.exec("DELETE FROM catalogue_rows; DELETE FROM catalogue_position; VACUUM;"),
    close: async () => database.close(),
  };
}

function positionIn(database: DatabaseSync): unknown {
  const row = database.prepare("SELECT position FROM catalogue_position").get();
  return row === undefined ? undefined : JSON.parse(String(row["position"]));
}

function rowsIn(database: DatabaseSync, kind: CatalogueKind): CatalogueRow[] {
  const rows = database.prepare("SELECT row FROM catalogue_rows WHERE kind = ?").all(kind);
  // `applyTo` is the only writer, and writes whole rows.
  return rows.map((row) => JSON.parse(String(row["row"])) as CatalogueRow);
}

/** Synchronous from begin to commit, so no other call of this process comes between. */
function applyTo(database: DatabaseSync, change: CatalogueChange): boolean {
  database.exec("BEGIN IMMEDIATE");
  try {
    const isExpected = readPosition(positionIn(database)).cursor === change.expectedCursor;
    if (isExpected) write(database, change);
    database.exec("COMMIT");
    return isExpected;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function write(database: DatabaseSync, { rows, deletedKeys, position, dropsOlderGenerations }: CatalogueChange): void {
  const put = database.prepare(
    "INSERT OR REPLACE INTO catalogue_rows (key, kind, generation, row) VALUES (?, ?, ?, ?)",
  );
  for (const row of rows) put.run(row.key, row.kind, row.generation, JSON.stringify(row));
  const remove = database.prepare("DELETE FROM catalogue_rows WHERE key = ?");
  for (const key of deletedKeys) remove.run(key);
  database
    .prepare("INSERT OR REPLACE INTO catalogue_position (name, position) VALUES ('position', ?)")
    .run(JSON.stringify(position));
  if (dropsOlderGenerations) {
    database.prepare("DELETE FROM catalogue_rows WHERE generation < ?").run(position.generation);
  }
}
