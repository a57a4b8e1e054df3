import type { EnrolResponse } from "@duka/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { DEVICE_COOKIE } from "../../http/find-credential.ts";
import { MANAGERS } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { enrolDevice } from "./enrol-device.ts";

/** Browsers cap a cookie's age at 400 days; every enrolment starts it anew. */
const COOKIE_DAYS = 400;
const DAY_SECONDS = 86_400;
/** The credential goes to the sync routes and to nothing else. */
const COOKIE_PATH = "/api/sync";

/** `POST /api/sync/enrol/`: makes a device known to the shop and gives it a credential of its own. */
export const enrolRoutes: Feature = (app, context) => {
  app.post(
    "/api/sync/enrol/",
    { config: { roles: MANAGERS }, schema: schemaOf("POST /api/sync/enrol/") },
    async (request, reply): Promise<EnrolResponse> => {
      const { userId, username, shopId, credential } = callerOf(request);
      const { device_id: deviceId, device_name: name } = request.body;
      const { shop, epoch, secret } = await enrolDevice(context, { shopId, deviceId, name, enrolledBy: userId });
      // Where the browser keeps the secret, no script may see it.
      const isInBrowser = credential === "cookie";
      if (isInBrowser) setDeviceCookie(request, reply, secret);
      const answer: EnrolResponse = { device_id: deviceId, shop, user: { id: userId, username }, epoch };
      return isInBrowser ? answer : { ...answer, device_token: secret };
    },
  );
};

function setDeviceCookie({ protocol }: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(DEVICE_COOKIE, secret, {
    path: COOKIE_PATH,
    httpOnly: true,
    sameSite: "lax",
    secure: protocol === "https",
    maxAge: COOKIE_DAYS * DAY_SECONDS,
  });
}
