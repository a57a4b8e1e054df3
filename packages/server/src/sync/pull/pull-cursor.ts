import { parseUuid } from "@duka/domain";

/** Kinds of pulled rows, in the order in which one version's rows are delivered. */
export const PULL_KINDS = ["product", "alert"] as const;
export type PullKind = (typeof PULL_KINDS)[number];

/**
 * How far a till has read. Opaque to it.
 *
 * | phase | enters when | position means | leaves when |
 * |---|---|---|---|
 * | `load` | no cursor, or after a reset | rows of `kind` up to `id` are delivered, by id, as of whatever version each had | both kinds are read: `delta` at `version`, the head when the load began |
 * | `delta` | the load is complete | every change up to (`version`, `kind`, `id`) is delivered | never; only a reset starts over |
 *
 * A row that changes during the load takes a version above the load's, so the deltas deliver it again.
 */
export type PullCursor = {
  readonly epoch: string;
  readonly shop: string;
  readonly phase: "load" | "delta";
  readonly version: number;
  readonly kind: PullKind;
  /** Of the last row delivered; 0 is before the first. */
  readonly id: number;
};

/** Of the cursor's own shape and of what a page may hold; a cursor of another schema asks for a reset. */
const CURSOR_SCHEMA = 1;

/** Above every row id: stands for "all rows of this version are delivered". */
export const AFTER_EVERY_ID = Number.MAX_SAFE_INTEGER;

export function encodeCursor(cursor: PullCursor): string {
  const { epoch, shop, phase, version, kind, id } = cursor;
  return Buffer.from(JSON.stringify([CURSOR_SCHEMA, epoch, shop, phase, version, kind, id])).toString("base64url");
}

/** Undefined for anything this release did not write: the till then starts over, which is always safe. */
export function decodeCursor(text: string): PullCursor | undefined {
  const fields = parseFields(text);
  if (fields === undefined) return undefined;
  const [schema, epoch, shop, phase, version, kind, id] = fields;
  if (schema !== CURSOR_SCHEMA || fields.length !== 7) return undefined;
  if (!isUuid(epoch) || !isUuid(shop)) return undefined;
  if (phase !== "load" && phase !== "delta") return undefined;
  if (!isCount(version) || !isKind(kind) || !isCount(id)) return undefined;
  return { epoch, shop, phase, version, kind, id };
}

function parseFields(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && parseUuid(value) === value;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isKind(value: unknown): value is PullKind {
  return PULL_KINDS.some((kind) => kind === value);
}
