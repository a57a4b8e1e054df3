import { type Result, failure, sha256Hex, success } from "@duka/domain";
import { isFields, isInteger, isText } from "../fields.ts";
import type { OutboxRecord } from "./outbox-record.ts";
import type { StoredRow } from "./outbox-storage.ts";
import { RECORD_STATES } from "./record-state.ts";

/** Storage is not believed: a row is a record only if every field is there and the body still has its hash. */
export function readRecord(row: StoredRow): Result<OutboxRecord, string> {
  const { value } = row;
  if (!isFields(value)) return failure("not an object");
  const wrong = Object.entries(FIELDS).find(([name, isRight]) => !isRight(value[name]));
  if (wrong !== undefined) return failure(`field ${wrong[0]} is damaged`);
  // Every field was checked just above.
  const record = value as unknown as OutboxRecord;
  if (record.deviceSeq !== row.deviceSeq) return failure("the row stands under another number");
  if (sha256Hex(record.body) !== record.sha256) return failure("the body does not have its SHA-256");
  return success(record);
}

type Check = (value: unknown) => boolean;

const isIntegerOrNull: Check = (value) => value === null || isInteger(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const FIELDS: Readonly<Record<keyof OutboxRecord, Check>> = {
  id: isText,
  kind: (value) => value === "sale",
  v: isInteger,
  body: isText,
  sha256: isText,
  incarnation: isText,
  deviceSeq: isInteger,
  lane: isText,
  dependsOn: optional(isText),
  occurredAtMs: isInteger,
  clock: (value) =>
    isFields(value) &&
    isInteger(value["device_time_ms"]) &&
    isIntegerOrNull(value["offset_ms"]) &&
    isIntegerOrNull(value["error_ms"]),
  state: (value) => RECORD_STATES.some((state) => state === value),
  attempts: isInteger,
  sendAlone: (value) => typeof value === "boolean",
  nextAttemptAtMs: isInteger,
  lease: optional((value) => isFields(value) && isText(value["owner"]) && isInteger(value["expiresAtMs"])),
  lastResult: optional((value) => isFields(value) && isText(value["status"])),
  valueMinor: isInteger,
  currencyExponent: isInteger,
};
