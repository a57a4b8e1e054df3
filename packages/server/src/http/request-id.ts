import type { IncomingMessage } from "node:http";

const REQUEST_ID_PATTERN = /^[\w.-]{1,64}$/;

/** The caller's own X-Request-Id if it is harmless in a log, else a new one. */
export function requestId(request: Pick<IncomingMessage, "headers">, newId: () => string): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID_PATTERN.test(given) ? given : newId();
}
