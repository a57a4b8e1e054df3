import type { Feature } from "../app-context.ts";
import { callerOf } from "../http/caller.ts";
import { integerOf, limitOf, nextPageLink } from "../http/request-values.ts";
import { MANAGERS } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { readMovements } from "./read-movements.ts";
import { recordMovement } from "./record-movement.ts";

const LIMIT = { default: 50, max: 200 } as const;

/** The stock ledger: reading it and adding to it. */
export const movementRoutes: Feature = (app, context) => {
  app.get(
    "/api/stock-movements/",
    { config: { roles: MANAGERS }, schema: schemaOf("GET /api/stock-movements/") },
    async (request, reply) => {
      const { shopId } = callerOf(request);
      const { product, limit: limitText, cursor } = request.query;
      const limit = limitOf(limitText, LIMIT);
      const page = {
        productId: product === undefined ? undefined : integerOf("product", product, 0),
        beforeId: cursor === undefined ? undefined : integerOf("cursor", cursor, 0),
        limit,
      };
      const movements = await readMovements(context, shopId, page);
      const last = movements.length === limit ? movements.at(-1) : undefined;
      if (last !== undefined) reply.header("link", nextPageLink(request.url, { cursor: last.id }));
      return movements;
    },
  );
  app.post(
    "/api/stock-movements/",
    {
      config: { roles: MANAGERS },
      schema: schemaOf("POST /api/stock-movements/"),
    },
    async (request, reply) => {
      const recorded = await recordMovement(context, callerOf(request), request.body);
      return reply.code(recorded.isNew ? 201 : 200).send(recorded.movement);
    },
  );
};
