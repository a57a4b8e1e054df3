import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { limitOf, nextPageLink } from "../../http/request-values.ts";
import { OWNERS } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { readDevices, renameDevice, revokeDevice } from "./change-devices.ts";

const LIMIT = { default: 50, max: 200 } as const;

/** The shop's tills: how they are doing, their names, and taking one out of service. */
export const deviceRoutes: Feature = (app, context) => {
  app.get(
    "/api/devices/",
    { config: { roles: OWNERS }, schema: schemaOf("GET /api/devices/") },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const page = await readDevices(context, callerOf(request), { cursor, limit: limitOf(limit, LIMIT) });
      if (page.nextCursor !== undefined) {
        reply.header("link", nextPageLink(request.url, { cursor: page.nextCursor }));
      }
      return [...page.devices];
    },
  );
  app.patch(
    "/api/devices/:id/",
    {
      config: { roles: OWNERS },
      schema: schemaOf("PATCH /api/devices/:id/"),
    },
    async (request) => renameDevice(context, callerOf(request), { id: request.params.id, name: request.body.name }),
  );
  app.delete(
    "/api/devices/:id/",
    { config: { roles: OWNERS }, schema: schemaOf("DELETE /api/devices/:id/") },
    async (request, reply) => {
      await revokeDevice(context, callerOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
};
