import type { EnrolRequest, EnrolResponse } from "@duka/protocol";
import { DukaError } from "./duka-error.ts";
import type { Transport, TransportAnswer } from "./environment/transport.ts";
import { isFields, isText, parseJson } from "./fields.ts";

const ENROL_PATH = "/api/sync/enrol/";
const ENROL_DEADLINE_MS = 30_000;

export interface Enrolment {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly incarnation?: string;
}

/**
 * Makes this device known to the shop of whoever is signed in on `transport` (an owner or a manager). In a
 * browser the credential comes as a cookie; elsewhere as `device_token`, once. Rejects with a `DukaError`.
 */
export async function enrolDevice(transport: Transport, enrolment: Enrolment): Promise<EnrolResponse> {
  const request: EnrolRequest = {
    device_id: enrolment.deviceId,
    device_name: enrolment.deviceName,
    ...(enrolment.incarnation === undefined ? {} : { incarnation: enrolment.incarnation }),
  };
  const answer = await ask(transport, request);
  const body = parseJson(answer.text);
  if (answer.status >= 200 && answer.status < 300 && isEnrolment(body)) return body;
  const detail = isFields(body) && isText(body["detail"]) ? body["detail"] : `The server answered ${answer.status}.`;
  throw new DukaError("server_refused", detail);
}

async function ask(transport: Transport, request: EnrolRequest): Promise<TransportAnswer> {
  try {
    return await transport.send({
      method: "POST",
      path: ENROL_PATH,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
      deadlineMs: ENROL_DEADLINE_MS,
    });
  } catch (cause) {
    throw new DukaError("unreachable", "The server cannot be reached. Setting up a till needs a connection.", {
      cause,
    });
  }
}

function isEnrolment(body: unknown): body is EnrolResponse {
  return isFields(body) && isText(body["device_id"]) && isFields(body["shop"]) && isText(body["shop"]["id"]);
}
