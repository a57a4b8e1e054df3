import { sql } from "kysely";
import { dialectOf } from "./dialect.ts";
import { acrossShops } from "./open-database.ts";
import type { Database } from "./schema.ts";

type RoleFacts = { readonly role: string; readonly bypasses: boolean; readonly owns: boolean };

/**
 * Why row-level security does not hold against the role of this connection, as a sentence for the operator that says
 * what to do; undefined when it holds, or the engine has none.
 */
export async function findMissingWall(db: Database): Promise<string | undefined> {
  if (!dialectOf(db).hasRowLevelSecurity) return undefined;
  const { rows } = await sql<RoleFacts>`
    select rolname as role, rolsuper or rolbypassrls as bypasses,
           exists (select from pg_class where oid = to_regclass('public.shops') and pg_has_role(relowner, 'usage')) as owns
    from pg_roles where rolname = current_user`.execute(acrossShops(db));
  const [facts] = rows;
  if (facts === undefined || !(facts.bypasses || facts.owns)) return undefined;
  const reason = facts.bypasses ? "bypasses row-level security" : "owns the tables and can lift row-level security";
  return `The database role "${facts.role}" ${reason}: the last wall between shops is down. Put a role without these rights into DATABASE_URL and the owner into DATABASE_OWNER_URL, then run "duka migrate up".`;
}
