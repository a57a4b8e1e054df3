import type { ProductsTable } from "../../database/schema.ts";
import type { ProductField } from "./header-aliases.ts";
import type { Column } from "./map-headers.ts";
import { matchProduct, type ProductIndex } from "./product-index.ts";
import type { ProductRow } from "./product-row.ts";
import { quoteCell, type RowError } from "./row-error.ts";

export type RowsToPlan = {
  readonly rows: readonly ProductRow[];
  readonly index: ProductIndex;
  readonly columns: ReadonlyMap<ProductField, Column>;
  /** The earlier row of the file that has changed a product, by the product's id. */
  readonly rowOfProduct: ReadonlyMap<number, number>;
};

/** A row for a product that the shop does not have. */
export type NewProductRow = ProductRow & { readonly name: string };

/** A row for a product that the shop has. */
export type KnownProductRow = { readonly row: ProductRow; readonly product: ProductsTable };

export type RowPlan = {
  readonly creates: readonly NewProductRow[];
  readonly updates: readonly KnownProductRow[];
  readonly errors: readonly RowError[];
};

/** Decides what each row of a batch does: makes a product, changes one, or is an error. Pure, so a dry run tells the same. */
export function planRows({ rows, index, columns, rowOfProduct }: RowsToPlan): RowPlan {
  const creates: NewProductRow[] = [];
  const updates: KnownProductRow[] = [];
  const errors: RowError[] = [];
  const taken = new Map(rowOfProduct);
  for (const row of rows) {
    const decision = decideRow(row, index, taken);
    switch (decision.kind) {
      case "create":
        creates.push(decision.row);
        break;
      case "update":
        taken.set(decision.product.id, row.row);
        updates.push({ row, product: decision.product });
        break;
      case "refuse":
        errors.push(describe(row, decision, columns));
        break;
      default:
        decision satisfies never;
    }
  }
  return { creates, updates, errors };
}

type Refusal = { readonly kind: "refuse"; readonly problem: string; readonly fix: string; readonly field?: "barcode" };
type Decision =
  | { readonly kind: "create"; readonly row: NewProductRow }
  | { readonly kind: "update"; readonly product: ProductsTable }
  | Refusal;

function decideRow(row: ProductRow, index: ProductIndex, taken: ReadonlyMap<number, number>): Decision {
  const match = matchProduct(index, row);
  switch (match.kind) {
    case "none":
      return row.name === undefined ? NAMELESS : { kind: "create", row: { ...row, name: row.name } };
    case "product": {
      const otherRow = taken.get(match.product.id);
      return otherRow === undefined ? { kind: "update", product: match.product } : refuseSecondRow(otherRow);
    }
    case "barcode_taken":
      return refuseBarcode(match.owner);
    case "name_shared":
      return refuseSharedName(match.count);
    default:
      return match satisfies never;
  }
}

const NAMELESS: Refusal = {
  kind: "refuse",
  problem: "is not in the shop, and the row has no name to make the product with",
  fix: "Give the row a name, or correct the code.",
};

function refuseSecondRow(otherRow: number): Refusal {
  return {
    kind: "refuse",
    problem: `means the same product as row ${otherRow}`,
    fix: `Keep one row for each product; row ${otherRow} was taken.`,
  };
}

function refuseBarcode({ sku, name }: ProductsTable): Refusal {
  return {
    kind: "refuse",
    field: "barcode",
    problem: `belongs to another product, ${quoteCell(sku ?? name)}`,
    fix: "Correct the barcode, or change that product first.",
  };
}

function refuseSharedName(count: number): Refusal {
  return {
    kind: "refuse",
    problem: `is the name of ${count} products of the shop`,
    fix: "Give the row a SKU or a barcode.",
  };
}

/** The error stands at the cell that is to blame, else at the first one that says which product is meant. */
function describe(row: ProductRow, { field, problem, fix }: Refusal, columns: RowsToPlan["columns"]): RowError {
  const blamed = field ?? (["sku", "barcode", "name"] as const).find((code) => row[code] !== undefined) ?? "name";
  return { row: row.row, column: columns.get(blamed)?.title ?? blamed, value: row[blamed] ?? "", problem, fix };
}
