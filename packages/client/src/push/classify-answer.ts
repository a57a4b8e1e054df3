import type { PushResponse } from "@duka/protocol";
import type { TransportAnswer } from "../environment/transport.ts";
import { isFields, isText, parseJson } from "../fields.ts";
import type { Hold } from "../sync-state.ts";
import { type AskedPush, readPushAnswer } from "./read-push-answer.ts";
import { readRetryAfterMs } from "./read-retry-after.ts";

/**
 * What an answer to a push means for the whole request (sync.md §2).
 * - `answered`: each item has its result.
 * - `held`: nothing happened, and a person is needed before anything can.
 * - `wait`: nothing happened; come back, not before `retryAfterMs`.
 * - `too_large`, `refused`: nothing happened, because of what was sent.
 * - `unknown`: it may have happened or not; send the same bytes again.
 */
export type PushOutcome =
  | { readonly kind: "answered"; readonly response: PushResponse }
  | { readonly kind: "held"; readonly hold: Hold }
  | { readonly kind: "wait"; readonly retryAfterMs: number | undefined; readonly detail: string }
  | { readonly kind: "too_large"; readonly detail: string }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "unknown"; readonly detail: string };

/** Judges an answer by its status and shape, never by the words of its text. */
export function classifyAnswer(answer: TransportAnswer, asked: AskedPush, nowMs: number): PushOutcome {
  const detail = detailOf(answer);
  switch (answer.status) {
    case 200:
      return classifySuccess(answer, asked);
    case 401:
      return { kind: "held", hold: { reason: "sign_in", detail } };
    case 413:
      return { kind: "too_large", detail };
    case 429:
    case 503:
      return { kind: "wait", retryAfterMs: readRetryAfterMs(answer.headers("retry-after"), nowMs), detail };
    default:
      return isClientError(answer) ? classifyRefusal(answer, detail) : { kind: "unknown", detail };
  }
}

function classifySuccess(answer: TransportAnswer, asked: AskedPush): PushOutcome {
  const response = isJson(answer) ? readPushAnswer(answer.text, asked) : undefined;
  if (response !== undefined) return { kind: "answered", response };
  return { kind: "unknown", detail: "Something between the till and the server answered in its place." };
}

function classifyRefusal(answer: TransportAnswer, detail: string): PushOutcome {
  switch (answer.status) {
    case 403:
      return { kind: "held", hold: { reason: "revoked", detail } };
    case 426:
      return { kind: "held", hold: { reason: "update", detail } };
    default:
      return { kind: "refused", detail };
  }
}

/** Without JSON it is not Duka who refuses but something on the way; 408 and 425 are about timing. */
function isClientError(answer: TransportAnswer): boolean {
  const isTiming = answer.status === 408 || answer.status === 425;
  return answer.status >= 400 && answer.status < 500 && !isTiming && isJson(answer);
}

function isJson(answer: TransportAnswer): boolean {
  return /^application\/([a-z.-]+\+)?json\b/i.test(answer.headers("content-type") ?? "");
}

function detailOf(answer: TransportAnswer): string {
  const problem = isJson(answer) ? parseJson(answer.text) : undefined;
  const detail = isFields(problem) ? problem["detail"] : undefined;
  return isText(detail) ? detail : `The server answered ${answer.status}.`;
}
