import { Type } from "typebox";
import { device, deviceChangeRequest, deviceListQuery } from "../schemas/members.ts";
import { uuidParams } from "../schemas/scalars.ts";
import { nothing } from "../schemas/server.ts";
import type { Operations } from "./operation.ts";

export const deviceOperations = {
  "GET /api/devices/": {
    id: "listDevices",
    tag: "Devices",
    summary: "List the shop's tills",
    query: deviceListQuery,
    answers: { 200: Type.Array(device) },
  },
  "PATCH /api/devices/:id/": {
    id: "renameDevice",
    tag: "Devices",
    summary: "Rename a till",
    params: uuidParams,
    body: deviceChangeRequest,
    answers: { 200: device },
    errors: ["not_found"],
  },
  "DELETE /api/devices/:id/": {
    id: "revokeDevice",
    tag: "Devices",
    summary: "Take a till out of service",
    description: "Its credential ends at once. Unsent sales stay on the till, for when it is enrolled again.",
    params: uuidParams,
    answers: { 204: nothing },
    errors: ["not_found"],
  },
} as const satisfies Operations;
