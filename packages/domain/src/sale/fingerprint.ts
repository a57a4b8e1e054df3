import { canonicalJson } from "../canonical-json.ts";
import { sha256Hex } from "../sha256.ts";
import type { SaleContent } from "./sale-content.ts";

/** Tells one content from another, for ever: SHA-256 in hex of the content's canonical JSON. */
export function saleFingerprint(content: SaleContent): string {
  return sha256Hex(canonicalJson(content));
}
