import type { Feature } from "../app-context.ts";
import { PUBLIC } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { findReasonNotToServe } from "./find-reason-not-to-serve.ts";

/** `/health/` is about this process alone; `/ready/` says whether to send it requests. */
export const healthRoutes: Feature = (app, context) => {
  app.get("/health/", { config: { roles: PUBLIC }, schema: schemaOf("GET /health/") }, async () => ({ status: "ok" }));
  app.get("/ready/", { config: { roles: PUBLIC }, schema: schemaOf("GET /ready/") }, async (_request, reply) => {
    const reason = await findReasonNotToServe(context);
    if (reason === undefined) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", reason });
  });
};
