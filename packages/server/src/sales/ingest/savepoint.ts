import { sql } from "kysely";
import type { Trx } from "../../database/schema.ts";

/** Runs `work` so that its failure undoes only what it did itself. Savepoints of one name nest: the innermost counts. */
export async function inSavepoint<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(trx);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(trx);
    await sql`release savepoint attempt`.execute(trx);
    throw error;
  }
  await sql`release savepoint attempt`.execute(trx);
  return result;
}
