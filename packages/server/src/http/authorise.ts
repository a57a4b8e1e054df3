import type { FastifyRequest } from "fastify";
import { AppError } from "./app-error.ts";
import type { Caller } from "./caller.ts";
import { type Credential, findCredential } from "./find-credential.ts";
import { refuseCrossSiteChange } from "./same-origin.ts";
import type { DukaApp } from "./typings.ts";

/** Finds out whose credential this is; undefined when it is unknown, expired or revoked. */
export type IdentifyCaller = (credential: Credential) => Promise<Caller | undefined>;

/** The one place where a request is let in: before its body is read, by the roles that its route declares. */
export function authoriseRequests(app: DukaApp, identify: IdentifyCaller): void {
  app.decorateRequest("caller", null);
  app.addHook("onRoute", (route) => {
    // Fastify's own types say config may be absent; ours say that with it come the roles.
    if (route.config?.roles === undefined) {
      throw new Error(`${String(route.method)} ${route.url} does not declare config.roles: say who may call it.`);
    }
  });
  app.addHook("onRequest", async (request) => {
    if (!request.is404) request.caller = await authorise(request, identify);
  });
}

async function authorise(request: FastifyRequest, identify: IdentifyCaller): Promise<Caller | null> {
  const { roles } = request.routeOptions.config;
  if (roles === "public") return null;
  const credential = findCredential(request, roles);
  const caller = credential === undefined ? undefined : await identify(credential);
  if (caller === undefined) throw notAuthenticated();
  if (caller.credential === "cookie") refuseCrossSiteChange(request);
  if (roles.includes(caller.role)) return caller;
  throw new AppError("forbidden", `A ${caller.role} may not do this. It takes: ${roles.join(", ")}.`);
}

function notAuthenticated(): AppError {
  return new AppError("not_authenticated", "Sign in first, or send a valid token.", {
    headers: { "www-authenticate": 'Bearer realm="duka"' },
  });
}
