import { PUSH_BYTES_MAX, type PushResponse, SYNC_PROTOCOL } from "@duka/protocol";
import { pushRequest, pushResponse } from "@duka/protocol/schemas";
import type { FastifyRequest } from "fastify";
import { invalidField } from "../../http/app-error.ts";
import { DEVICES } from "../../http/roles.ts";
import type { DukaApp } from "../../http/typings.ts";
import { deviceOf, forbidCaching, refuseOtherProtocols, revokedDevice } from "../sync-request.ts";
import { acceptPush } from "./accept-push.ts";
import type { PushServices } from "./commit-push.ts";

export function pushRoutes(app: DukaApp, services: Omit<PushServices, "reportBrokenItem">): void {
  app.post(
    "/api/sync/push/",
    {
      config: { roles: DEVICES },
      bodyLimit: PUSH_BYTES_MAX,
      onRequest: forbidCaching,
      preValidation: refuseOtherProtocols,
      schema: { summary: "Push what happened on a device", body: pushRequest, response: { 200: pushResponse } },
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
      return {
        protocol: SYNC_PROTOCOL,
        request_id: body.batch_id,
        server_time_ms: services.nowMs(),
        ...accepted.value,
      };
    },
  );
}

function brokenItemReporter({ log }: FastifyRequest): PushServices["reportBrokenItem"] {
  return (item, error) =>
    log.error({ err: error, item_id: item.id, device_seq: item.device_seq }, "item broke the push");
}
