import { productKey } from "@duka/domain";
import type { ProductField } from "./header-aliases.ts";
import type { Column } from "./map-headers.ts";
import type { ProductRow } from "./product-row.ts";
import type { RowError } from "./row-error.ts";

export type DistinctRows = { readonly rows: readonly ProductRow[]; readonly errors: readonly RowError[] };

/**
 * Keeps one row for each product of the file. Of rows with one SKU or one barcode the first is taken and every later one
 * is an error that names it: nothing says which is right, nor whether their stocks are to be added. A row that has only
 * a name must be the only one of that name, wherever the other stands.
 */
export function refuseDuplicates(
  rows: readonly ProductRow[],
  columns: ReadonlyMap<ProductField, Column>,
): DistinctRows {
  const seen: Seen = { sku: new Map(), barcode: new Map() };
  const rowsOfName = rows.some(hasNameOnly) ? firstTwoRowsOfEachName(rows) : new Map<string, number[]>();
  const kept: ProductRow[] = [];
  const errors: RowError[] = [];
  for (const row of rows) {
    const clash = clashOfCodes(row, seen) ?? clashOfName(row, rowsOfName);
    if (clash === undefined) {
      remember(row, seen);
      kept.push(row);
    } else {
      errors.push(describe(row, clash, columns));
    }
  }
  return { rows: kept, errors };
}

type Code = "sku" | "barcode";
/** The row in which each key was first kept. */
type Seen = Readonly<Record<Code, Map<string, number>>>;
type Clash = { readonly field: Code | "name"; readonly otherRow: number };

const CODES: readonly Code[] = ["sku", "barcode"];

function clashOfCodes(row: ProductRow, seen: Seen): Clash | undefined {
  for (const field of CODES) {
    const code = row[field];
    const otherRow = code === undefined ? undefined : seen[field].get(productKey(code));
    if (otherRow !== undefined) return { field, otherRow };
  }
  return undefined;
}

function remember(row: ProductRow, seen: Seen): void {
  for (const field of CODES) {
    const code = row[field];
    if (code !== undefined) seen[field].set(productKey(code), row.row);
  }
}

function clashOfName(row: ProductRow, rowsOfName: ReadonlyMap<string, readonly number[]>): Clash | undefined {
  if (row.name === undefined || !hasNameOnly(row)) return undefined;
  const otherRow = rowsOfName.get(row.name)?.find((number) => number !== row.row);
  return otherRow === undefined ? undefined : { field: "name", otherRow };
}

function hasNameOnly({ sku, barcode }: ProductRow): boolean {
  return sku === undefined && barcode === undefined;
}

function firstTwoRowsOfEachName(rows: readonly ProductRow[]): ReadonlyMap<string, readonly number[]> {
  const rowsOfName = new Map<string, number[]>();
  for (const { name, row } of rows) {
    if (name === undefined) continue;
    const numbers = rowsOfName.get(name);
    if (numbers === undefined) rowsOfName.set(name, [row]);
    else if (numbers.length < 2) numbers.push(row);
  }
  return rowsOfName;
}

function describe(row: ProductRow, { field, otherRow }: Clash, columns: ReadonlyMap<ProductField, Column>): RowError {
  const fix =
    field === "name"
      ? "Give each of the two a SKU, or delete one."
      : `Keep one row for each product; row ${otherRow} was taken.`;
  const column = columns.get(field)?.title ?? field;
  return { row: row.row, column, value: row[field] ?? "", problem: `is in row ${otherRow} too`, fix };
}
