import type { FastifyRequest } from "fastify";
import type { AllowedRoles } from "./roles.ts";

/** A secret that a request carries, and how. */
export type Credential = { readonly secret: string; readonly carrier: "header" | "cookie" };

export const SESSION_COOKIE = "duka_session";
export const DEVICE_COOKIE = "duka_device";

/** Longer ones are not ours. */
const SECRET_LENGTH_MAX = 200;
const AUTHORIZATION_PATTERN = /^(?:token|bearer)\s+(\S+)\s*$/i;

/**
 * The credential to judge the request by: the Authorization header if there is one, else a cookie. The till holds two
 * cookies; a route that devices call takes the device's, any other the session's.
 */
export function findCredential(request: FastifyRequest, roles: AllowedRoles): Credential | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) return credentialOf(AUTHORIZATION_PATTERN.exec(header)?.[1], "header");
  const device = roles.includes("device") ? request.cookies[DEVICE_COOKIE] : undefined;
  return credentialOf(device ?? request.cookies[SESSION_COOKIE], "cookie");
}

function credentialOf(secret: string | undefined, carrier: Credential["carrier"]): Credential | undefined {
  return secret === undefined || secret === "" || secret.length > SECRET_LENGTH_MAX ? undefined : { secret, carrier };
}
