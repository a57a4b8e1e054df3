import type { Socket } from "node:net";
import type { ErrorCode } from "@duka/protocol";
import { AppError } from "./app-error.ts";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";

const DAMAGE: Readonly<Record<string, readonly [code: ErrorCode, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["request_timeout", "The request did not arrive in time."],
  HPE_HEADER_OVERFLOW: ["malformed_request", "The headers are too large."],
};

/** Answers what never became a request: bytes that are not HTTP, or that came too slowly. Then the connection ends. */
export function answerDamagedRequests(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [code, detail] = DAMAGE[error.code ?? ""] ?? ["malformed_request", "This is not an HTTP request."];
  const { request_id: _, ...problem } = problemOf(new AppError(code, detail), "");
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
