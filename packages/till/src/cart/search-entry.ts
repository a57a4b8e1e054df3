import { parseQuantity } from "@duka/domain";

/** What was typed into the search field: "0.5*bread" is half a bread. */
export type SearchEntry = { readonly query: string; readonly quantityThousandths?: number };

const QUANTITY_PREFIX = /^\s*(\d*[.,]?\d+)\s*[*×]\s*(.*)$/;

/** Splits a quantity before a star from the words to search for. */
export function parseSearchEntry(text: string): SearchEntry {
  const match = QUANTITY_PREFIX.exec(text);
  const [, quantityPart, query] = match ?? [];
  if (quantityPart === undefined || query === undefined) return { query: text.trim() };
  const quantity = parseQuantity(quantityPart.replace(",", "."));
  if (!quantity.ok || quantity.value <= 0) return { query: text.trim() };
  return { query: query.trim(), quantityThousandths: quantity.value };
}
