import { DatabaseSync } from "node:sqlite";
import { failure, type Result, success } from "@duka/domain";
import { isSqliteBusy } from "./database-failure.ts";

/** Held for as long as a server runs on a SQLite file. */
export type ServeLock = { readonly release: () => void };

/**
 * Makes sure that one `serve` at a time runs on a SQLite file: two would each think their own numbers current. The lock
 * is SQLite's own, on a file beside the database, so it goes when the process does, however that ends. CLI commands do
 * not take it.
 */
export function takeServeLock(databasePath: string): Result<ServeLock, string> {
  const lock = new DatabaseSync(`${databasePath}.serve-lock`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isSqliteBusy(error)) throw error;
    return failure(
      `Another "duka serve" is running on ${databasePath}. Stop it first, or choose another DUKA_DATA_DIR.`,
    );
  }
  return success({ release: () => lock.close() });
}
