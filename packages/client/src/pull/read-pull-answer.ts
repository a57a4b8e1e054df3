import { ACK_EXTRA_RANGES_MAX, PULL_ROWS_MAX, type PullResponse, SYNC_PROTOCOL } from "@duka/protocol";
import { areRanges, isCount, isFields, isInteger, isText, parseJson } from "../fields.ts";

/**
 * A page of the catalogue, or undefined when the answer is anything else. Everything the cache acts on is
 * checked; fields that this version does not know are let through.
 */
export function readPullAnswer(text: string): PullResponse | undefined {
  const answer = parseJson(text);
  if (!isFields(answer)) return undefined;
  const isPage =
    answer["protocol"] === SYNC_PROTOCOL &&
    [answer["epoch"], answer["cursor"]].every(isText) &&
    typeof answer["more"] === "boolean" &&
    isCount(answer["head"]) &&
    isInteger(answer["server_time_ms"]) &&
    isAck(answer["ack"]) &&
    areRows(answer["products"], isProduct) &&
    areRows(answer["tombstones"], isTombstone) &&
    areRows(answer["alerts"], isAlert);
  // Every field that is read was checked just above.
  return isPage ? (answer as unknown as PullResponse) : undefined;
}

type Row = Readonly<Record<string, unknown>>;

function areRows(value: unknown, isRow: (row: Row) => boolean): boolean {
  if (!Array.isArray(value) || value.length > PULL_ROWS_MAX) return false;
  return value.every((row: unknown) => isFields(row) && isCount(row["id"]) && isRow(row));
}

function isProduct(row: Row): boolean {
  return (
    [row["uid"], row["name"], row["unit_price"]].every(isText) &&
    [row["sku"], row["barcode"]].every((text) => text === null || isText(text)) &&
    [row["stock"], row["reorder_level"]].every((figure) => figure === null || Number.isFinite(figure)) &&
    [row["is_volatile"], row["active"]].every((flag) => typeof flag === "boolean")
  );
}

function isTombstone(row: Row): boolean {
  return row["kind"] === "product" || row["kind"] === "alert";
}

function isAlert(row: Row): boolean {
  return isCount(row["product_id"]) && isText(row["severity"]) && typeof row["open"] === "boolean";
}

function isAck(value: unknown): boolean {
  return (
    isFields(value) &&
    (value["incarnation"] === null || isText(value["incarnation"])) &&
    isCount(value["contiguous_device_seq"]) &&
    areRanges(value["extra"], ACK_EXTRA_RANGES_MAX)
  );
}
