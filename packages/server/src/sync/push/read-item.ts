import { normaliseSale, parseUuid, type SaleContent, saleFingerprint, sha256Hex } from "@duka/domain";
import type { ValidationIssue } from "@duka/domain";
import { parseStrictJson, type PushItem } from "@duka/protocol";

/** Versions of a sale's body that this release reads. */
const SALE_VERSIONS: ReadonlySet<number> = new Set([1]);
/** Enough for a person to see what is wrong; the rest is in the stored body. */
const ISSUES_IN_DETAIL_MAX = 5;

/** An item as far as it can be judged without the database. */
export type ReadItem =
  | { readonly kind: "sale"; readonly item: PushItem; readonly content: SaleContent; readonly fingerprint: string }
  /** The bytes are not those that the device froze: it must send them again. */
  | { readonly kind: "damaged"; readonly item: PushItem }
  /** The bytes are right and mean nothing to this server: a person must look. */
  | { readonly kind: "unreadable"; readonly item: PushItem; readonly code: string; readonly detail: string };

/** Checks an item's bytes and reads its sale. Never throws on what a device can send. */
export function readItem(item: PushItem, currencyExponent: number): ReadItem {
  if (sha256Hex(item.body) !== item.sha256) return { kind: "damaged", item };
  if (item.kind !== "sale") return unreadable(item, "unknown_kind", `The kind "${item.kind}" is not known here.`);
  if (!SALE_VERSIONS.has(item.v)) return unreadable(item, "unknown_version", `Sales of version ${item.v} are unknown.`);
  const body = parseStrictJson(item.body);
  if (!body.ok) return unreadable(item, "malformed_json", body.error.detail);
  if (!isAboutItem(body.value, item)) return unreadable(item, "other_id", "The body belongs to another external_id.");
  const content = normaliseSale(body.value, currencyExponent);
  if (!content.ok) return unreadable(item, "invalid_sale", describeIssues(content.error));
  return { kind: "sale", item, content: content.value, fingerprint: saleFingerprint(content.value) };
}

function unreadable(item: PushItem, code: string, detail: string): ReadItem {
  return { kind: "unreadable", item, code, detail };
}

/** A body may repeat its id; the envelope's is the one that counts. */
function isAboutItem(body: unknown, item: PushItem): boolean {
  if (typeof body !== "object" || body === null || !("external_id" in body)) return true;
  const { external_id: id } = body;
  return id === null || id === "" || (typeof id === "string" && parseUuid(id) === item.id);
}

function describeIssues(issues: readonly ValidationIssue[]): string {
  return issues
    .slice(0, ISSUES_IN_DETAIL_MAX)
    .map(({ path, detail }) => `${path}: ${detail}`)
    .join(" ");
}
