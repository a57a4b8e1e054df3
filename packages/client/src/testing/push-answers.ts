import type { PushResponse, PushResult } from "@duka/protocol";
import type { TransportAnswer } from "../environment/transport.ts";
import { testId } from "./sale-drafts.ts";

/** An answer by status, body and headers (names in lower case). */
export function answerOf(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): TransportAnswer {
  const all: Readonly<Record<string, string>> = {
    "content-type": status === 200 ? "application/json; charset=utf-8" : "application/problem+json",
    ...headers,
  };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: (name) => all[name.toLowerCase()], text };
}

/** A problem as Duka words it. */
export function problemOf(status: number, detail: string): TransportAnswer {
  return answerOf(status, { type: "about:blank", title: "Problem", status, detail, code: "test" });
}

/** The 200 of a push whose items got these results. */
export function pushResponse(batchId: string, results: readonly PushResult[]): PushResponse {
  return {
    protocol: 1,
    request_id: batchId,
    epoch: testId(0xe),
    server_time_ms: 5_000_000,
    contiguous_device_seq: 0,
    durable_through: null,
    missing: [],
    results: [...results],
  };
}
