import type { FastifyRequest } from "fastify";
import { AppError } from "./app-error.ts";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** A cookie goes along with requests that other sites cause; so one that changes something must prove where it is from. */
export function refuseCrossSiteChange(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method) || originOf(request) === "same") return;
  throw new AppError(
    "cross_site_request",
    "This request did not come from Duka's own pages, so it was not carried out.",
  );
}

/** For calls that make a cookie: programs without a browser may, other sites may not. */
export function refuseOtherSites(request: FastifyRequest): void {
  if (originOf(request) !== "other") return;
  throw new AppError("cross_site_request", "Sign in from Duka's own pages.");
}

/** By Fetch Metadata, which browsers do not let pages change; older browsers by Origin. */
function originOf(request: FastifyRequest): "same" | "other" | "unknown" {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" ? "same" : "other";
  const { origin } = request.headers;
  if (origin === undefined) return "unknown";
  return URL.parse(origin)?.host === request.host ? "same" : "other";
}
