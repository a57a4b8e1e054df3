import { DatabaseSync } from "node:sqlite";

const BUSY_TIMEOUT_MS = 5_000;
const SYNCHRONOUS_FULL = 2;

/**
 * Opens a SQLite file whose commits are on disk before they return: WAL with `synchronous=FULL`, both
 * verified, because a build or a driver may quietly choose less. Throws when the file cannot promise that.
 */
export function openDurableDatabase(path: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    assertDurable(database, path);
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Throws unless the connection is in WAL mode with `synchronous=FULL`. */
export function assertDurable(database: DatabaseSync, path: string): void {
  const mode = database.prepare("PRAGMA journal_mode").get()?.["journal_mode"];
  const synchronous = database.prepare("PRAGMA synchronous").get()?.["synchronous"];
  if (mode !== "wal" || synchronous !== SYNCHRONOUS_FULL) {
    throw new Error(
      `${path}: SQLite offers journal_mode=${String(mode)}, synchronous=${String(synchronous)}; the outbox needs wal and 2`,
    );
  }
}
