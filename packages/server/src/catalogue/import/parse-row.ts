import { failure, type Result, success } from "@duka/domain";
import type { CellReading } from "./cell-problem.ts";
import type { DecimalMark } from "./decimal-mark.ts";
import type { ProductField } from "./header-aliases.ts";
import type { Column } from "./map-headers.ts";
import type { ProductRow } from "./product-row.ts";
import { priceRule, readNumberCell, REORDER_LEVEL_RULE, STOCK_RULE } from "./read-number-cell.ts";
import { readBarcode, readDescription, readName, readSku, readUnit, readVolatile } from "./read-text-cell.ts";
import type { SheetRow } from "./read-sheet.ts";
import type { RowError } from "./row-error.ts";

export type NumberField = "price" | "stock" | "reorderLevel";

export type RowRules = {
  readonly columns: ReadonlyMap<ProductField, Column>;
  readonly decimalMarks: Readonly<Record<NumberField, DecimalMark>>;
  readonly currencyExponent: number;
};

/** What a row says about a product, or every cell of it that cannot be read. */
export function parseRow(row: SheetRow, rules: RowRules): Result<ProductRow, readonly RowError[]> {
  const cells = new CellReader(row, rules.columns);
  const { decimalMarks } = rules;
  const price = priceRule(rules.currencyExponent);
  const product: ProductRow = {
    row: row.number,
    sku: cells.read("sku", readSku),
    barcode: cells.read("barcode", readBarcode),
    name: cells.read("name", readName),
    description: cells.read("description", readDescription),
    unit: cells.read("unit", readUnit),
    unitPriceMinor: cells.read("price", (cell) => readNumberCell(cell, price, decimalMarks.price)),
    stockThousandths: cells.read("stock", (cell) => readNumberCell(cell, STOCK_RULE, decimalMarks.stock)),
    reorderLevelThousandths: cells.read("reorderLevel", (cell) =>
      readNumberCell(cell, REORDER_LEVEL_RULE, decimalMarks.reorderLevel),
    ),
    isVolatile: cells.read("isVolatile", readVolatile),
  };
  const isNameless = product.sku === undefined && product.barcode === undefined && product.name === undefined;
  if (isNameless && cells.errors.length === 0) cells.refuse("name", NAMELESS);
  return cells.errors.length > 0 ? failure(cells.errors) : success(product);
}

const NAMELESS = {
  problem: "does not say which product the row is about",
  fix: "Write a name or a SKU, or delete the row.",
};

/** Reads the cells of one row by field and keeps what was wrong with them. */
class CellReader {
  readonly errors: RowError[] = [];
  private readonly row: SheetRow;
  private readonly columns: ReadonlyMap<ProductField, Column>;

  constructor(row: SheetRow, columns: ReadonlyMap<ProductField, Column>) {
    this.row = row;
    this.columns = columns;
  }

  read<T>(field: ProductField, reader: (cell: string) => CellReading<T>): T | undefined {
    const column = this.columns.get(field);
    if (column === undefined) return undefined;
    const reading = reader(this.row.cells[column.index] ?? "");
    if (reading.ok) return reading.value;
    this.refuse(field, reading.error);
    return undefined;
  }

  refuse(field: ProductField, { problem, fix }: { readonly problem: string; readonly fix: string }): void {
    const column = this.columns.get(field);
    const value = column === undefined ? "" : (this.row.cells[column.index] ?? "");
    this.errors.push({ row: this.row.number, column: column?.title ?? field, value, problem, fix });
  }
}
