import { createHash } from "node:crypto";
import type { DukaApp } from "./typings.ts";

/**
 * For routes with `hasEntityTag`: names what the answer says, and answers 304 without a body to whoever has that already.
 * The answer is still worked out; what is saved is the way to the till. Weak, because a compressed answer says the same.
 */
export function answerUnchanged(app: DukaApp): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const isNamed = request.routeOptions.config.hasEntityTag === true && reply.statusCode === 200;
    if (!isNamed || typeof payload !== "string") return payload;
    const tag = `"${createHash("sha256").update(payload).digest("base64url")}"`;
    reply.header("etag", `W/${tag}`);
    if (!isAmong(tag, request.headers["if-none-match"])) return payload;
    reply.code(304).removeHeader("content-type");
    return null;
  });
}

/** Compares weakly, as RFC 9110 wants for If-None-Match. */
function isAmong(tag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  return header.split(",").some((known) => ["*", tag].includes(known.trim().replace(/^W\//, "")));
}
