import { sql } from "kysely";
import { dialectOf } from "./dialect.ts";
import type { Trx } from "./schema.ts";

/**
 * Has the connection plan its statements anew; before a bulk write. PostgreSQL keeps the plan of a foreign key's check
 * from its first use: made while the table was empty, it may walk an index over the whole shop for every row, until
 * autovacuum looks in: the movements of an import of 16,000 products took ten times as long.
 */
export async function forgetPlans(trx: Trx): Promise<void> {
  if (dialectOf(trx).name === "postgres") await sql`discard plans`.execute(trx);
}
