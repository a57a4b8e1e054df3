import { type PushResponse, type PushResult, SYNC_PROTOCOL, MISSING_RANGES_MAX } from "@duka/protocol";
import { areRanges, type Fields, isCount, isCountOrNull, isFields, isInteger, isText, parseJson } from "../fields.ts";

const STATUSES: ReadonlySet<unknown> = new Set<PushResult["status"]>([
  "created",
  "duplicate",
  "mismatch",
  "quarantined",
  "retry",
]);

/** What was asked: the answer must speak of exactly this. */
export interface AskedPush {
  readonly batchId: string;
  readonly ids: readonly string[];
}

/**
 * The answer to a push, or undefined when it is anything else: then nothing is known to have happened.
 * Fields that this version does not know are let through; everything it acts on is checked.
 */
export function readPushAnswer(text: string, asked: AskedPush): PushResponse | undefined {
  const answer = parseJson(text);
  return isFields(answer) && isEnvelope(answer, asked) && answersEach(answer["results"], asked.ids)
    ? // Every field that is read was checked just above.
      (answer as unknown as PushResponse)
    : undefined;
}

function isEnvelope(answer: Fields, asked: AskedPush): boolean {
  return (
    answer["protocol"] === SYNC_PROTOCOL &&
    answer["request_id"] === asked.batchId &&
    isText(answer["epoch"]) &&
    isInteger(answer["server_time_ms"]) &&
    isCount(answer["contiguous_device_seq"]) &&
    isCountOrNull(answer["durable_through"]) &&
    areRanges(answer["missing"], MISSING_RANGES_MAX)
  );
}

/** One result per item in the order of the items, or it did not happen. */
function answersEach(results: unknown, ids: readonly string[]): boolean {
  if (!Array.isArray(results) || results.length !== ids.length) return false;
  return results.every((result: unknown, at) => isFields(result) && result["id"] === ids[at] && isResult(result));
}

function isResult(result: Fields): boolean {
  const { status, proof, detail, code, retry_after_ms: retryAfterMs } = result;
  return (
    STATUSES.has(status) &&
    [proof, detail, code].every((text) => text === undefined || isText(text)) &&
    (retryAfterMs === undefined || isCount(retryAfterMs))
  );
}
