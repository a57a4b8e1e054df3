import { enrolRequest, enrolResponse, pullQuery, pullResponse, pushRequest, pushResponse } from "../schemas/sync.ts";
import type { Operations } from "./operation.ts";

export const syncOperations = {
  "POST /api/sync/enrol/": {
    id: "enrolDevice",
    tag: "Sync",
    summary: "Enrol a till",
    description:
      "Gives the device a credential of its own: with a cookie session as the httpOnly cookie `duka_device`, else as `device_token`, once. Enrolling again ends the former credential.",
    body: enrolRequest,
    answers: { 200: enrolResponse },
  },
  "POST /api/sync/push/": {
    id: "push",
    tag: "Sync",
    summary: "Send what happened on a device",
    description: "One result for each item, in order. Sending the same again gets the same results again.",
    body: pushRequest,
    answers: { 200: pushResponse },
    errors: ["device_revoked", "update_required"],
  },
  "GET /api/sync/pull/": {
    id: "pull",
    tag: "Sync",
    summary: "Fetch what the shop knows and the device does not",
    description: "Page by page: go on with the answer's `cursor` while `more` is true.",
    query: pullQuery,
    answers: { 200: pullResponse },
    errors: ["device_revoked", "reset_required"],
  },
} as const satisfies Operations;
