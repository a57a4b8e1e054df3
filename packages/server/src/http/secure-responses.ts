import type { DukaApp } from "./typings.ts";

/** No inline script anywhere; wasm is for the barcode scanner, blob: for its camera frames and for downloads. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=()",
} as const;
const ONE_YEAR_SECONDS = 31_536_000;

/** Headers of every answer. Nothing is cached unless whoever serves it says so. */
export function secureResponses(app: DukaApp): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...HEADERS, "x-request-id": request.id, "cache-control": "no-store" });
    if (request.protocol === "https") reply.header("strict-transport-security", `max-age=${ONE_YEAR_SECONDS}`);
  });
}
