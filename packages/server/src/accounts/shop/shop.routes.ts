import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { OWNERS } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { changeShop, readShopSettings } from "./change-shop.ts";

/** The shop's own settings. */
export const shopRoutes: Feature = (app, context) => {
  app.get("/api/shop/", { config: { roles: OWNERS }, schema: schemaOf("GET /api/shop/") }, async (request) =>
    readShopSettings(context, callerOf(request).shopId),
  );
  app.patch("/api/shop/", { config: { roles: OWNERS }, schema: schemaOf("PATCH /api/shop/") }, async (request) =>
    changeShop(context, callerOf(request).shopId, request.body),
  );
};
