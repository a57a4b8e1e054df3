import type { JobResult } from "../jobs/job-step.ts";

/** What nodemailer says about a failed message. Codes are its own, not the socket's. */
type SmtpError = Error & {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly timeoutType?: unknown;
  readonly syscall?: unknown;
};

/** Failures before a message could have been handed over. */
const BEFORE_MESSAGE_CODES: ReadonlySet<unknown> = new Set([
  "EDNS",
  "ETLS",
  "EAUTH",
  "EENVELOPE",
  "ENOAUTH",
  "ECONFIG",
]);
const BEFORE_MESSAGE_TIMEOUTS: ReadonlySet<unknown> = new Set([
  "CONNECT_TIMEOUT",
  "GREETING_TIMEOUT",
  "UPGRADE_TIMEOUT",
]);
const PROBLEM_LENGTH_MAX = 64;

/**
 * Tells a message that certainly did not arrive from one that may have: an answer from the server is certain, a line that
 * breaks after the connection stood is not. Only a 5xx about the message or its receiver will never get better.
 */
export function resultOfSmtpError(error: unknown): JobResult {
  const known: SmtpError = error instanceof Error ? error : new Error("not an error");
  const problem = problemOf(known);
  if (typeof known.responseCode === "number") {
    const isAboutUs = known.code === "EAUTH" || known.code === "ECONNECTION" || known.code === "EPROTOCOL";
    return { kind: "failed", problem, isPermanent: known.responseCode >= 500 && !isAboutUs };
  }
  const isBefore =
    known.syscall === "connect" ||
    BEFORE_MESSAGE_CODES.has(known.code) ||
    BEFORE_MESSAGE_TIMEOUTS.has(known.timeoutType);
  return isBefore ? { kind: "failed", problem, isPermanent: false } : { kind: "unknown", problem };
}

/** Codes only: the text of an answer may name a person. */
function problemOf({ code, originalCode, responseCode }: SmtpError): string {
  const words = [responseCode, originalCode, code].filter(
    (word) => typeof word === "string" || typeof word === "number",
  );
  return (
    words
      .join(" ")
      .replaceAll(/[^\x20-\x7E]/g, "")
      .slice(0, PROBLEM_LENGTH_MAX) || "unknown"
  );
}
