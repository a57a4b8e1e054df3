import { parseDatabaseTarget } from "../../packages/server/src/database/database-target.ts";
import { migrateToLatest } from "../../packages/server/src/database/migrate.ts";
import { openDatabase } from "../../packages/server/src/database/open-database.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";
import type { FreshDatabase } from "../servers/fresh-database.ts";

const CONNECTIONS_MAX = 8;

/** Opens a suite's database as the server does, migrated; several handles stand for several processes. */
export async function openContractDatabase({ url }: FreshDatabase): Promise<Database> {
  const target = parseDatabaseTarget(url, { sqlitePath: "", connectionsMax: CONNECTIONS_MAX });
  if (!target.ok) throw new Error(target.error);
  const db = openDatabase(target.value);
  await migrateToLatest(db);
  return db;
}
