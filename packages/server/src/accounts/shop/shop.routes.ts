import { shopChangeRequest, shopSettings } from "@duka/protocol/schemas";
import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { OWNERS } from "../../http/roles.ts";
import { changeShop, readShopSettings } from "./change-shop.ts";

/** The shop's own settings. */
export const shopRoutes: Feature = (app, context) => {
  app.get("/api/shop/", { config: { roles: OWNERS }, schema: { response: { 200: shopSettings } } }, async (request) =>
    readShopSettings(context, callerOf(request).shopId),
  );
  app.patch(
    "/api/shop/",
    { config: { roles: OWNERS }, schema: { body: shopChangeRequest, response: { 200: shopSettings } } },
    async (request) => changeShop(context, callerOf(request).shopId, request.body),
  );
};
