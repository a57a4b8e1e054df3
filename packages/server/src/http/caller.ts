import { assert } from "@duka/domain";
import type { FastifyRequest } from "fastify";
import type { Role } from "./roles.ts";

/** Whoever sends the request, as the credential proves it. Everything a route touches belongs to `shopId`. */
export type Caller = {
  /** For a device: the member who enrolled it. */
  readonly userId: number;
  readonly username: string;
  readonly shopId: string;
  readonly role: Role;
  readonly tokenHash: string;
  readonly deviceId: string | undefined;
  readonly credential: "header" | "cookie";
};

/** The caller of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  assert(request.caller !== null, "A public route has no caller.");
  return request.caller;
}

export function isManagerOrOwner(caller: Caller): boolean {
  return caller.role === "owner" || caller.role === "manager";
}
