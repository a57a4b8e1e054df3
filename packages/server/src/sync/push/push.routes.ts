import { PUSH_BYTES_MAX, type PushResponse, SYNC_PROTOCOL } from "@duka/protocol";
import type { FastifyRequest } from "fastify";
import type { Feature } from "../../app-context.ts";
import { newUuid } from "../../environment.ts";
import { invalidField } from "../../http/app-error.ts";
import { DEVICES } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { deviceOf, refuseOtherProtocols, revokedDevice } from "../sync-request.ts";
import { acceptPush, type PushServices } from "./accept-push.ts";

/** `POST /api/sync/push/`: what happened on a device, with one result per item. */
export const pushRoutes: Feature = (app, { db, clock, random }) => {
  const services = { db, nowMs: clock.nowMs, newId: () => newUuid(clock, random) };
  app.post(
    "/api/sync/push/",
    {
      config: { roles: DEVICES },
      bodyLimit: PUSH_BYTES_MAX,
      preValidation: refuseOtherProtocols,
      schema: schemaOf("POST /api/sync/push/"),
    },
    async (request): Promise<PushResponse> => {
      const { body } = request;
      const { shopId, deviceId } = deviceOf(request);
      if (body.device_id !== deviceId) {
        throw invalidField("device_id", "other_device", "The credential belongs to another device.");
      }
      const reportBrokenItem = brokenItemReporter(request);
      const accepted = await acceptPush({ ...services, reportBrokenItem }, { shopId, deviceId, request: body });
      if (!accepted.ok) throw revokedDevice();
      const server_time_ms = clock.nowMs();
      return { protocol: SYNC_PROTOCOL, request_id: body.batch_id, server_time_ms, ...accepted.value };
    },
  );
};

function brokenItemReporter({ log }: FastifyRequest): PushServices["reportBrokenItem"] {
  return (item, error) => log.error({ err: error, item_id: item.id, device_seq: item.device_seq }, "item broke a push");
}
