import { assert } from "@duka/domain";
import { SYNC_PROTOCOL } from "@duka/protocol";
import type { FastifyRequest } from "fastify";
import { AppError } from "../http/app-error.ts";
import { callerOf } from "../http/caller.ts";

/** The device that a request on a device's route comes from, as its credential says. */
export function deviceOf(request: FastifyRequest): { readonly shopId: string; readonly deviceId: string } {
  const { shopId, deviceId } = callerOf(request);
  assert(deviceId !== undefined, "A device's credential names its device.");
  return { shopId, deviceId };
}

/**
 * Runs before the body is held against its schema: a body of another protocol has another shape, and the
 * answer to that is not "your fields are wrong".
 */
export async function refuseOtherProtocols(request: FastifyRequest): Promise<void> {
  const { body } = request;
  if (typeof body !== "object" || body === null || !("protocol" in body)) return;
  const { protocol } = body;
  if (typeof protocol !== "number" || protocol === SYNC_PROTOCOL) return;
  const advice = protocol < SYNC_PROTOCOL ? "Update the app." : "Update the server, or go back to an older app.";
  throw new AppError(
    "update_required",
    `This server speaks sync protocol ${SYNC_PROTOCOL}, not ${protocol}. ${advice}`,
  );
}

export function revokedDevice(): AppError {
  return new AppError(
    "device_revoked",
    "The owner has revoked this device. Its unsent sales stay on it; enrol it again.",
  );
}
