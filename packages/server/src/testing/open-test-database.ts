import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateToLatest } from "../database/migrate.ts";
import { openDatabase } from "../database/open-database.ts";
import type { Database } from "../database/schema.ts";

export type TestDatabase = { readonly db: Database; readonly path: string; readonly close: () => Promise<void> };

/** A real SQLite file in a folder of its own, migrated unless told otherwise; `close` removes it. */
export async function openTestDatabase({ isMigrated = true } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "duka-test-"));
  const path = join(folder, "duka.sqlite");
  const db = openDatabase({ engine: "sqlite", path });
  if (isMigrated) await migrateToLatest(db);
  return {
    db,
    path,
    close: async () => {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
