import { createGunzip } from "node:zlib";
import { parseStrictJson } from "@duka/protocol";
import type { FastifyInstance, FastifyRequest, RequestPayload } from "fastify";
import { AppError } from "./app-error.ts";

/** Only JSON comes in (multipart where a route registers it): a form or text/plain could be sent from any site. */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBody(body),
  );
  app.addHook("preParsing", async (request, _reply, payload) => inflated(request, payload));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** An empty body is no body: existing clients send JSON's content type on DELETE and on calls without input. */
function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const parsed = parseStrictJson(decodeUtf8(body));
  if (parsed.ok) return parsed.value;
  const { detail, position } = parsed.error;
  throw new AppError("malformed_json", `The body is not acceptable JSON: ${detail} (at character ${position})`);
}

function decodeUtf8(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new AppError("malformed_json", "The body is not UTF-8.");
  }
}

/** Unpacks gzip as it arrives; Fastify counts what comes out and stops at the body limit, so a bomb never unfolds. */
function inflated(request: FastifyRequest, payload: RequestPayload): RequestPayload {
  const encoding = request.headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (encoding === "identity") return payload;
  if (encoding !== "gzip" && encoding !== "x-gzip") {
    throw new AppError("unsupported_media_type", "A body may be compressed with gzip only.");
  }
  const gunzip = createGunzip();
  const inflatedPayload: RequestPayload = gunzip;
  inflatedPayload.receivedEncodedLength = 0;
  payload.on("data", (chunk: Buffer) => {
    inflatedPayload.receivedEncodedLength = (inflatedPayload.receivedEncodedLength ?? 0) + chunk.length;
  });
  payload.on("error", (error) => gunzip.destroy(error));
  payload.pipe(gunzip);
  return inflatedPayload;
}
