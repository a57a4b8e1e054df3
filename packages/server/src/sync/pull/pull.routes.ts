import { PULL_ROWS_MAX, type PullResponse, SYNC_PROTOCOL } from "@duka/protocol";
import { pullQuery, pullResponse } from "@duka/protocol/schemas";
import type { Database } from "../../database/schema.ts";
import { AppError } from "../../http/app-error.ts";
import { limitOf } from "../../http/request-values.ts";
import { DEVICES } from "../../http/roles.ts";
import type { DukaApp } from "../../http/typings.ts";
import { deviceOf, forbidCaching, revokedDevice } from "../sync-request.ts";
import { pullChanges } from "./pull-changes.ts";

const LIMIT_BOUNDS = { default: 500, max: PULL_ROWS_MAX };

export function pullRoutes(app: DukaApp, { db, nowMs }: { readonly db: Database; readonly nowMs: () => number }): void {
  app.get(
    "/api/sync/pull/",
    {
      config: { roles: DEVICES },
      onRequest: forbidCaching,
      schema: {
        summary: "Pull what the shop knows and the device does not",
        querystring: pullQuery,
        response: { 200: pullResponse },
      },
    },
    async (request): Promise<PullResponse> => {
      const { cursor, limit } = request.query;
      const rowsMax = limitOf(limit, LIMIT_BOUNDS);
      const pulled = await pullChanges(db, { ...deviceOf(request), cursor, rowsMax });
      if (pulled.ok) return { protocol: SYNC_PROTOCOL, server_time_ms: nowMs(), ...pulled.value };
      if (pulled.error === "device_revoked") throw revokedDevice();
      throw new AppError("reset_required", "The cursor does not lead on from here: load the catalogue from the start.");
    },
  );
}
