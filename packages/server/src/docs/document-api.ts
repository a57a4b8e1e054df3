import { assert } from "@duka/domain";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { PUBLIC } from "../http/roles.ts";
import type { DukaApp } from "../http/typings.ts";
import { completeDocument, documentFrame } from "./api-document.ts";
import { describeRoute } from "./describe-route.ts";

const PAGES = "/api/docs";

/** Notes every route registered from now on for the OpenAPI document, and serves it as pages to read. */
export async function documentApi(app: DukaApp): Promise<void> {
  // The pages are another's plugin, whose routes do not say who may read them.
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith(PAGES)) route.config = { ...route.config, roles: PUBLIC };
  });
  await app.register(swagger, {
    openapi: documentFrame,
    convertConstToEnum: false,
    transform: ({ schema, url, route }) => {
      const { roles, hasEntityTag = false } = route.config ?? {};
      const described = roles && describeRoute({ method: String(route.method), url, roles, hasEntityTag });
      if (described === undefined) return { schema: { ...schema, hide: true }, url };
      assert(schema?.operationId === described.operationId, `${url} is checked by another's schema.`);
      return { schema: described, url };
    },
    transformObject: (document) => ("openapiObject" in document ? completeDocument(document.openapiObject) : document),
  });
  await app.register(swaggerUi, {
    routePrefix: PAGES,
    // Our own policy is stricter than the plugin's, and the pages get by with it.
    staticCSP: false,
    theme: { title: "Duka API" },
    uiConfig: { docExpansion: "list", validatorUrl: null, tryItOutEnabled: false },
  });
}
