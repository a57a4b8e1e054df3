import { failure, type Result, success } from "@duka/domain";
import { headersOf, type KnownHeader, knownHeader, type ProductField } from "./header-aliases.ts";
import { HEADER_SEARCH_ROWS_MAX } from "./import-limits.ts";
import type { SheetRow } from "./read-sheet.ts";
import { quoteCell, quoteTitle } from "./row-error.ts";

export type Column = {
  readonly index: number;
  /** As the file writes it. */
  readonly title: string;
};

export type HeaderMap = {
  readonly row: SheetRow;
  readonly columns: ReadonlyMap<ProductField, Column>;
  /** Titles of columns that give nothing to a product. */
  readonly ignored: readonly string[];
};

const TITLES_LISTED_MAX = 20;

/**
 * Finds the header, the row among the first ones that names most fields, and which column gives which field. Where two
 * columns name one field the preferred alias wins and the other is ignored; the same alias twice is refused, for
 * nothing says which is meant. A file needs a column that says which product a row is about.
 */
export function mapHeaders(rows: readonly SheetRow[]): Result<HeaderMap, string> {
  const candidates = rows.slice(0, HEADER_SEARCH_ROWS_MAX).map((row) => ({ row, found: findFields(row.cells) }));
  const [first] = candidates;
  if (first === undefined) return failure("The file is empty. The first row must name the columns: SKU, Name, Price …");
  const best = candidates.reduce((winner, next) => (next.found.length > winner.found.length ? next : winner), first);
  return choose(best.row, best.found);
}

type Found = { readonly known: KnownHeader; readonly column: Column };

function findFields(cells: readonly string[]): readonly Found[] {
  return cells.flatMap((title, index) => {
    const known = knownHeader(title);
    return known === undefined ? [] : [{ known, column: { index, title: title.trim() } }];
  });
}

function choose(row: SheetRow, found: readonly Found[]): Result<HeaderMap, string> {
  const winners = new Map<ProductField, Found>();
  for (const next of found) {
    const winner = winners.get(next.known.field);
    if (winner?.known.rank === next.known.rank) return failure(sayTwice(row, winner.column, next.column));
    if (winner === undefined || next.known.rank < winner.known.rank) winners.set(next.known.field, next);
  }
  const columns = new Map([...winners].map(([field, { column }]) => [field, column] as const));
  if (!IDENTIFYING.some((field) => columns.has(field))) return failure(sayMissing(row));
  const used = new Set([...columns.values()].map(({ index }) => index));
  const ignored = row.cells.filter((title, index) => !used.has(index) && title.trim() !== "");
  return success({ row, columns, ignored });
}

const IDENTIFYING: readonly ProductField[] = ["name", "sku", "barcode"];

function sayTwice(row: SheetRow, one: Column, other: Column): string {
  return (
    `Row ${row.number}: the columns ${one.index + 1} (${quoteTitle(one.title)}) and ${other.index + 1} ` +
    `(${quoteTitle(other.title)}) have the same meaning. Rename or delete one of them.`
  );
}

function sayMissing(row: SheetRow): string {
  const titles = row.cells.filter((title) => title.trim() !== "").slice(0, TITLES_LISTED_MAX);
  return (
    `Row ${row.number}: no column is called Name or SKU; found ${titles.map(quoteCell).join(", ")}. Name the columns in ` +
    `the first row: ${headersOf("name").join(", ")} for the name; ${headersOf("sku").join(", ")} for the SKU.`
  );
}
