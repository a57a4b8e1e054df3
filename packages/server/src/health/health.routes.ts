import { sql } from "kysely";
import type { AppContext, Feature } from "../app-context.ts";
import { readSchemaState, schemaRefusal } from "../database/schema-gate.ts";
import { PUBLIC } from "../http/roles.ts";

/** `/health/` is about this process alone; `/ready/` says whether to send it requests. */
export const healthRoutes: Feature = (app, context) => {
  app.get("/health/", { config: { roles: PUBLIC } }, async () => ({ status: "ok" }));
  app.get("/ready/", { config: { roles: PUBLIC } }, async (_request, reply) => {
    const reason = await findReasonNotToServe(context);
    return reply
      .code(reason === undefined ? 200 : 503)
      .send(reason === undefined ? { status: "ready" } : { status: "not ready", reason });
  });
};

async function findReasonNotToServe({ db, lifecycle, logger }: AppContext): Promise<string | undefined> {
  if (lifecycle.isDraining) return "stopping";
  try {
    await sql`select 1`.execute(db);
    return schemaRefusal(await readSchemaState(db)) === undefined ? undefined : "migrations are missing";
  } catch (error) {
    logger.error({ err: error }, "not ready: the database does not answer");
    return "database";
  }
}
