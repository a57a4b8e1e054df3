import type { Feature } from "../app-context.ts";
import { PUBLIC } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";

/** The OpenAPI document; the pages that show it are at `/api/docs/` (document-api.ts). */
export const docsRoutes: Feature = (app) => {
  app.get("/api/openapi.json", { config: { roles: PUBLIC }, schema: schemaOf("GET /api/openapi.json") }, async () =>
    app.swagger(),
  );
};
