import type { ErrorCode } from "@duka/protocol";
import type { Operation } from "@duka/protocol/operations";
import type { AllowedRoles } from "../http/roles.ts";

/** Codes that no single operation gives: the request was answered before it reached one, or there is none. */
export const CODES_OF_NO_OPERATION = [
  "route_not_found",
  "method_not_allowed",
  "request_timeout",
  "feature_off",
  "not_implemented",
] as const satisfies readonly ErrorCode[];

export type DocumentedRoute = {
  readonly method: string;
  readonly roles: AllowedRoles;
  readonly operation: Operation;
};

/** Every error code that the route may answer with: what its way of calling brings, and its own. */
export function errorCodesOf({ method, roles, operation }: DocumentedRoute): readonly ErrorCode[] {
  const codes = new Set<ErrorCode>(["too_many_requests"]);
  const add = (...more: readonly ErrorCode[]) => more.forEach((code) => codes.add(code));
  const isChange = method !== "GET";
  if (isChange) add("malformed_request", "body_too_large", "unsupported_media_type");
  if (isChange && operation.form === undefined) add("malformed_json");
  if (operation.body ?? operation.query ?? operation.form) add("validation_failed");
  if (roles !== "public") add("not_authenticated", "forbidden");
  if (isChange && roles !== "public") add("cross_site_request");
  add(...(operation.errors ?? []));
  // The server's own pages need no database, and have nothing to break.
  if (operation.tag !== "Server") add("internal_error", "unavailable");
  return [...codes];
}
