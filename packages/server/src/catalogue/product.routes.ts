import type { Feature } from "../app-context.ts";
import { invalidField } from "../http/app-error.ts";
import { callerOf } from "../http/caller.ts";
import { integerOf, limitOf, nextPageLink, pathId } from "../http/request-values.ts";
import { MANAGERS, STAFF } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { archiveProduct } from "./archive-product.ts";
import { changeProduct } from "./change-product.ts";
import { createProduct } from "./create-product.ts";
import { readProduct, readProductByCode, readProducts } from "./read-products.ts";

const LIMIT = { default: 100, max: 500 } as const;

/** The catalogue, one product at a time. */
export const productRoutes: Feature = (app, context) => {
  app.get(
    "/api/products/",
    { config: { roles: STAFF, hasEntityTag: true }, schema: schemaOf("GET /api/products/") },
    async (request, reply) => {
      const { shopId } = callerOf(request);
      const limit = limitOf(request.query.limit, LIMIT);
      const offset = integerOf("offset", request.query.offset, 0);
      const afterId = integerOf("cursor", request.query.cursor, 0);
      const page = { active: activeOf(request.query.active), afterId, offset, limit };
      const products = await readProducts(context, shopId, page);
      const last = products.length === limit ? products.at(-1) : undefined;
      if (last !== undefined) {
        const next = request.query.offset === undefined ? { cursor: last.id } : { offset: offset + limit };
        reply.header("link", nextPageLink(request.url, next));
      }
      return products;
    },
  );
  app.post(
    "/api/products/",
    { config: { roles: MANAGERS }, schema: schemaOf("POST /api/products/") },
    async (request, reply) => reply.code(201).send(await createProduct(context, callerOf(request), request.body)),
  );
  app.get(
    "/api/products/by_barcode/",
    { config: { roles: STAFF, hasEntityTag: true }, schema: schemaOf("GET /api/products/by_barcode/") },
    async (request) => {
      const { shopId } = callerOf(request);
      const code = request.query.code?.trim() ?? "";
      if (code === "") throw invalidField("code", "required", "code is required: the barcode or SKU to look for.");
      return await readProductByCode(context, shopId, code);
    },
  );
  app.get(
    "/api/products/:id/",
    { config: { roles: STAFF, hasEntityTag: true }, schema: schemaOf("GET /api/products/:id/") },
    async (request) => readProduct(context, callerOf(request).shopId, pathId(request.params.id)),
  );
  // Whole forms and single fields mean the same: what is absent stays.
  for (const method of ["PUT", "PATCH"] as const) {
    app.route({
      method,
      url: "/api/products/:id/",
      config: { roles: MANAGERS },
      schema: schemaOf(`${method} /api/products/:id/`),
      handler: async (request) => changeProduct(context, callerOf(request), pathId(request.params.id), request.body),
    });
  }
  app.delete(
    "/api/products/:id/",
    { config: { roles: MANAGERS }, schema: schemaOf("DELETE /api/products/:id/") },
    async (request, reply) => {
      await archiveProduct(context, callerOf(request), pathId(request.params.id));
      return reply.code(204).send();
    },
  );
};

function activeOf(text: string | undefined): boolean | undefined {
  if (text === undefined || text === "true") return true;
  if (text === "all") return undefined;
  if (text === "false") return false;
  throw invalidField("active", "invalid", "active must be true, false or all.");
}
