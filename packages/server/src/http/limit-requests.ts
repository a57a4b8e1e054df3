import rateLimit from "@fastify/rate-limit";
import type { Config } from "../config.ts";
import { AppError } from "./app-error.ts";
import type { DukaApp } from "./typings.ts";

const ADDRESSES_REMEMBERED_MAX = 10_000;

/** A ceiling per address, to keep one from starving the others. Each process counts for itself. */
export async function limitRequests(app: DukaApp, { requestsPerMinuteMax }: Config): Promise<void> {
  if (requestsPerMinuteMax === 0) return;
  await app.register(rateLimit, {
    max: requestsPerMinuteMax,
    timeWindow: "1 minute",
    cache: ADDRESSES_REMEMBERED_MAX,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError("too_many_requests", `Too many requests. Try again in ${Math.ceil(ttl / 1_000)} seconds.`),
  });
}
