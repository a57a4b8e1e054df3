import { openDatabase, parseDatabaseTarget } from "@duka/server";
import { join } from "node:path";
import type { Check } from "../check.ts";
import type { ExpectedShop } from "../expected-shop.ts";
import { checkShopByDatabase } from "./check-shop-by-database.ts";

export type StoredShop = {
  /** The server's data folder. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly shopId: string;
  readonly expected: ExpectedShop;
};

/** Opens the server's database once the server is gone, and looks at its rows. */
export async function checkStoredShop({ folder, databaseUrl, shopId, expected }: StoredShop): Promise<Check[]> {
  const target = parseDatabaseTarget(databaseUrl, { sqlitePath: join(folder, "duka.sqlite"), connectionsMax: 2 });
  if (!target.ok) throw new Error(`--database-url ${target.error}`);
  const db = openDatabase(target.value);
  try {
    return await checkShopByDatabase(db, shopId, expected);
  } finally {
    await db.destroy();
  }
}
