import type { Feature } from "../app-context.ts";
import { callerOf } from "../http/caller.ts";
import { integerOf, limitOf, nextPageLink } from "../http/request-values.ts";
import { MANAGERS, STAFF } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { readAnalytics } from "./read-analytics.ts";
import { readDashboard } from "./read-dashboard.ts";
import { readSalesOfDay } from "./read-sales-of-day.ts";
import { readTrend } from "./read-trend.ts";

/** Sales that one answer of by_date lists; a Link leads to more. */
const BY_DATE_LIMIT = { default: 50, max: 200 } as const;

/** What sold, and how the shop is doing. Everything is by business date. */
export const reportRoutes: Feature = (app, context) => {
  app.get(
    "/api/sales/analytics/",
    { config: { roles: MANAGERS }, schema: schemaOf("GET /api/sales/analytics/") },
    async (request) => {
      const { product_id: productId, start_date, end_date, period } = request.query;
      const from = { name: "start_date", text: start_date };
      const to = { name: "end_date", text: end_date };
      return await readAnalytics(context, callerOf(request).shopId, { productId, from, to, period });
    },
  );
  app.get(
    "/api/sales/trend/",
    { config: { roles: MANAGERS }, schema: schemaOf("GET /api/sales/trend/") },
    async (request) => {
      const from = { name: "from", text: request.query.from };
      const to = { name: "to", text: request.query.to };
      return await readTrend(context, callerOf(request).shopId, { from, to, period: request.query.period });
    },
  );
  app.get(
    "/api/sales/by_date/",
    { config: { roles: STAFF }, schema: schemaOf("GET /api/sales/by_date/") },
    async (request, reply) => {
      const { date, limit, cursor } = request.query;
      const beforeId = cursor === undefined || cursor === "" ? undefined : integerOf("cursor", cursor, 0);
      const wish = { date, beforeId, limit: limitOf(limit, BY_DATE_LIMIT) };
      const { answer, nextCursor } = await readSalesOfDay(context, callerOf(request), wish);
      // The day is said, so that the next page is of the same one even after midnight.
      const next = { cursor: nextCursor ?? 0, date: answer[0]?.date ?? "" };
      if (nextCursor !== undefined) reply.header("link", nextPageLink(request.url, next));
      return answer;
    },
  );
  app.get(
    "/api/dashboard/",
    { config: { roles: MANAGERS }, schema: schemaOf("GET /api/dashboard/") },
    async (request) => readDashboard(context, callerOf(request).shopId),
  );
};
