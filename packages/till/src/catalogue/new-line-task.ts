import type { LineTask } from "../cart/line-dialog.tsx";
import type { SearchEntry } from "../cart/search-entry.ts";

/** EAN-8 to EAN-14; shorter digits are rather a name ("7up") or a price. */
const BARCODE_PATTERN = /^\d{8,14}$/;

/** What was searched for and not found, as a product to sell on the spot: a code is its barcode, words are its name. */
export function newLineTask({ query, quantityThousandths }: SearchEntry): LineTask {
  return BARCODE_PATTERN.test(query)
    ? { kind: "new", name: "", barcode: query, quantityThousandths }
    : { kind: "new", name: query, quantityThousandths };
}
