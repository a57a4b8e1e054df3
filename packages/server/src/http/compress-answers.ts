import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { DukaApp } from "./typings.ts";

/** Shorter answers fit into one packet anyway. */
const COMPRESSED_BYTES_MIN = 1_024;
const GZIP_PATTERN = /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i;
const JSON_PATTERN = /^application\/(?:[\w.-]+\+)?json\b/;

const compress = promisify(gzip);

/**
 * Packs long JSON answers to GET for whoever takes gzip. Not to POST: those may carry a secret beside what the caller
 * sent, and the packed length would tell about it. Streams and files are left alone.
 */
export function compressAnswers(app: DukaApp): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.method !== "GET" || typeof payload !== "string") return payload;
    if (Buffer.byteLength(payload) < COMPRESSED_BYTES_MIN) return payload;
    if (!JSON_PATTERN.test(String(reply.getHeader("content-type")))) return payload;
    const vary = reply.getHeader("vary");
    reply.header("vary", vary === undefined ? "accept-encoding" : `${String(vary)}, accept-encoding`);
    if (!GZIP_PATTERN.test(request.headers["accept-encoding"] ?? "")) return payload;
    reply.header("content-encoding", "gzip").removeHeader("content-length");
    return await compress(payload);
  });
}
