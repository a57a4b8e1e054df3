import { sql } from "kysely";
import type { AppContext } from "../app-context.ts";
import { readSchemaState, schemaRefusal } from "../database/schema-gate.ts";

/** Why requests should go elsewhere, for the operator; undefined when this process can take them. */
export async function findReasonNotToServe({ db, lifecycle, logger }: AppContext): Promise<string | undefined> {
  if (lifecycle.isDraining) return "stopping";
  try {
    await sql`select 1`.execute(db);
    return schemaRefusal(await readSchemaState(db)) === undefined ? undefined : "migrations are missing";
  } catch (error) {
    logger.error({ err: error }, "not ready: the database does not answer");
    return "the database does not answer";
  }
}
