import { sql } from "kysely";
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from "kysely/migration";
import { dialectOf } from "./dialect.ts";
import { acrossShops } from "./open-database.ts";
import type { Database } from "./schema.ts";

/**
 * Lets the role that serves use the tables of the role that owns them: rows, never the schema. Run as the owner, after
 * each migration. Does nothing on other engines, or when it is the same role. The role must exist.
 */
export async function grantApplicationRole(db: Database, role: string): Promise<void> {
  if (!dialectOf(db).hasRowLevelSecurity) return;
  const owner = await sql<{ name: string }>`select current_user as name`.execute(db);
  if (owner.rows[0]?.name === role) return;
  const grantee = sql.id(role);
  await acrossShops(db)
    .transaction()
    .execute(async (trx) => {
      await sql`grant usage on schema public to ${grantee}`.execute(trx);
      await sql`grant select, insert, update, delete on all tables in schema public to ${grantee}`.execute(trx);
      // Which steps ran is for reading only.
      for (const table of [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE]) {
        await sql`revoke insert, update, delete on ${sql.table(table)} from ${grantee}`.execute(trx);
      }
    });
}
