import { isCurrencyWord } from "./currency-words.ts";

/** What a column of the file can give to a product. */
export type ProductField =
  | "name"
  | "sku"
  | "barcode"
  | "description"
  | "unit"
  | "price"
  | "stock"
  | "reorderLevel"
  | "isVolatile";

// Earlier in the list wins when a file has several: a sheet with "Cost" and "Price" means the price by "Price".
const ALIASES: Readonly<Record<ProductField, readonly string[]>> = {
  name: ["name", "product name", "item", "item name"],
  sku: ["sku", "product code", "item code", "stock keeping unit", "stock code"],
  barcode: ["barcode", "ean", "upc", "ean 13", "upc a", "gtin"],
  description: ["description", "details", "desc", "info"],
  unit: ["unit"],
  price: ["price", "unit price", "cost", "amount"],
  stock: ["stock", "quantity", "qty", "available stock"],
  reorderLevel: ["reorder level", "min stock", "threshold", "alert level"],
  isVolatile: ["volatile", "is volatile"],
};

export type KnownHeader = { readonly field: ProductField /** 0 is the preferred alias. */; readonly rank: number };

const KNOWN: ReadonlyMap<string, KnownHeader> = new Map(
  Object.entries(ALIASES).flatMap(([field, aliases]) =>
    // Object.entries forgets that the keys are ProductField.
    aliases.map((alias, rank) => [lettersOf(alias), { field: field as ProductField, rank }] as const),
  ),
);

/**
 * The product field that a header cell names, in any case and with any of space, `_`, `-` or nothing between words.
 * What people add is looked through: `SKU *`, `Price (GHS)`, `Unit price €`.
 */
export function knownHeader(cell: string): KnownHeader | undefined {
  const words = withoutRemarks(cell);
  return KNOWN.get(lettersOf(words)) ?? KNOWN.get(lettersOf(withoutCurrencies(words)));
}

/** How many different product fields a row names: what makes it a header. */
export function countKnownHeaders(cells: readonly string[]): number {
  return new Set(cells.map((cell) => knownHeader(cell)?.field).filter((field) => field !== undefined)).size;
}

/** One spelling of each header that is understood, for messages. */
export function headersOf(field: ProductField): readonly string[] {
  return ALIASES[field];
}

// Longer than any header: a cell of a megabyte must not be searched for brackets.
const HEADER_CHARS_MAX = 100;

function withoutRemarks(cell: string): string {
  if (cell.length > HEADER_CHARS_MAX) return "";
  return cell
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, " ");
}

function withoutCurrencies(words: string): string {
  return words
    .split(/[\s_/,:-]+/u)
    .filter((word) => word !== "in" && !isCurrencyWord(word))
    .join(" ");
}

function lettersOf(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
