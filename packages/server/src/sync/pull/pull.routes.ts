import { PULL_ROWS_MAX, type PullResponse, SYNC_PROTOCOL } from "@duka/protocol";
import type { Feature } from "../../app-context.ts";
import { AppError } from "../../http/app-error.ts";
import { limitOf } from "../../http/request-values.ts";
import { DEVICES } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { deviceOf, revokedDevice } from "../sync-request.ts";
import { pullChanges } from "./pull-changes.ts";

const LIMIT_BOUNDS = { default: 500, max: PULL_ROWS_MAX };

/** `GET /api/sync/pull/`: what the shop knows and the device does not, page by page. */
export const pullRoutes: Feature = (app, { db, clock }) => {
  app.get(
    "/api/sync/pull/",
    { config: { roles: DEVICES }, schema: schemaOf("GET /api/sync/pull/") },
    async (request): Promise<PullResponse> => {
      const { cursor, limit } = request.query;
      const rowsMax = limitOf(limit, LIMIT_BOUNDS);
      const pulled = await pullChanges(db, { ...deviceOf(request), cursor, rowsMax });
      if (pulled.ok) return { protocol: SYNC_PROTOCOL, server_time_ms: clock.nowMs(), ...pulled.value };
      if (pulled.error === "device_revoked") throw revokedDevice();
      throw new AppError("reset_required", "The cursor does not lead on from here: load the catalogue from the start.");
    },
  );
};
