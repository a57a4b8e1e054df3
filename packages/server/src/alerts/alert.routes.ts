import { withoutAbsent } from "@duka/domain";
import type { Feature } from "../app-context.ts";
import { callerOf } from "../http/caller.ts";
import { integerOf, limitOf, nextPageLink } from "../http/request-values.ts";
import { MANAGERS, STAFF } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { acknowledgeAlerts, acknowledgeAllAlerts } from "./acknowledge-alerts.ts";
import { changeAlertSettings, readAlertSettings } from "./alert-settings.ts";
import { listAlerts } from "./list-alerts.ts";

const LIMIT = { default: 50, max: 200 } as const;
const LISTS = [
  { url: "/api/alerts/low-stock/", which: "unread" },
  { url: "/api/alerts/history/", which: "all" },
] as const;

/** Low stock: what is running out, what has been seen, and how each member wants to be told. */
export const alertRoutes: Feature = (app, context) => {
  for (const { url, which } of LISTS) {
    app.get(url, { config: { roles: STAFF }, schema: schemaOf(`GET ${url}`) }, async (request, reply) => {
      const { limit: limitText, cursor } = request.query;
      const beforeId = cursor === undefined || cursor === "" ? undefined : integerOf("cursor", cursor, 0);
      const filter = withoutAbsent({ which, beforeId, limit: limitOf(limitText, LIMIT) });
      const { answer, nextCursor } = await listAlerts(context, callerOf(request).shopId, filter);
      if (nextCursor !== undefined) reply.header("link", nextPageLink(request.url, { cursor: nextCursor }));
      return answer;
    });
  }
  app.post(
    "/api/alerts/acknowledge/",
    { config: { roles: MANAGERS }, schema: schemaOf("POST /api/alerts/acknowledge/") },
    async (request) => acknowledgeAlerts(context, callerOf(request), [request.body.alert_ids].flat()),
  );
  app.post(
    "/api/alerts/acknowledge-all/",
    { config: { roles: MANAGERS }, schema: schemaOf("POST /api/alerts/acknowledge-all/") },
    async (request) => acknowledgeAllAlerts(context, callerOf(request)),
  );
  app.get(
    "/api/alerts/settings/",
    { config: { roles: STAFF }, schema: schemaOf("GET /api/alerts/settings/") },
    async (request) => readAlertSettings(context, callerOf(request)),
  );
  app.put(
    "/api/alerts/settings/",
    { config: { roles: STAFF }, schema: schemaOf("PUT /api/alerts/settings/") },
    async (request) => changeAlertSettings(context, callerOf(request), request.body),
  );
};
