import type { DukaApp } from "./typings.ts";

/** One line per request at level info: ids only, no names, addresses or query strings. */
export function logRequests(app: DukaApp): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
        shop: request.caller?.shopId,
        user: request.caller?.userId,
        till: request.caller?.deviceId,
      },
      "request",
    );
  });
}
