import {
  addEvidence,
  decideDecimalMark,
  type DecimalMark,
  type MarkEvidence,
  NO_EVIDENCE,
  sumEvidence,
} from "./decimal-mark.ts";
import type { Delimiter } from "./detect-delimiter.ts";
import type { ProductField } from "./header-aliases.ts";
import type { Column } from "./map-headers.ts";
import { readNumberText } from "./number-text.ts";
import type { NumberField } from "./parse-row.ts";
import type { SheetRow } from "./read-sheet.ts";
import { quoteCell } from "./row-error.ts";

export type DecidedMarks = {
  readonly marks: Readonly<Record<NumberField, DecimalMark>>;
  /** One sentence for each column in which the file did not show what its marks mean. */
  readonly notes: readonly string[];
};

/** Looks through all number columns of the file before any cell of them is read. */
export function decideDecimalMarks(
  rows: readonly SheetRow[],
  columns: ReadonlyMap<ProductField, Column>,
  delimiter: Delimiter,
): DecidedMarks {
  const price = examine(rows, columns.get("price"));
  const stock = examine(rows, columns.get("stock"));
  const reorderLevel = examine(rows, columns.get("reorderLevel"));
  const file = sumEvidence([price, stock, reorderLevel].map(({ evidence }) => evidence));
  const decide = ({ evidence }: Examined): DecimalMark => decideDecimalMark(evidence, file, delimiter);
  return {
    marks: { price: decide(price), stock: decide(stock), reorderLevel: decide(reorderLevel) },
    notes: [price, stock, reorderLevel].flatMap((column) => noteAssumption(column, decide(column))),
  };
}

type Examined = {
  readonly evidence: MarkEvidence;
  readonly title: string;
  /** The first cell that can be read two ways. */
  readonly ambiguousCell: string | undefined;
};

function examine(rows: readonly SheetRow[], column: Column | undefined): Examined {
  let evidence = NO_EVIDENCE;
  let ambiguousCell: string | undefined;
  if (column === undefined) return { evidence, title: "", ambiguousCell };
  for (const { cells } of rows) {
    const cell = cells[column.index] ?? "";
    const number = readNumberText(cell);
    if (!number.ok || number.value === undefined) continue;
    evidence = addEvidence(evidence, number.value.figure);
    if (number.value.figure.kind === "ambiguous") ambiguousCell ??= cell;
  }
  return { evidence, title: column.title, ambiguousCell };
}

function noteAssumption({ title, ambiguousCell }: Examined, mark: DecimalMark): readonly string[] {
  if (ambiguousCell === undefined || mark.kind !== "assumed") return [];
  const name = mark.mark === "," ? "a comma" : "a point";
  return [
    `${title}: ${quoteCell(ambiguousCell)} can be read two ways and nothing in the file decides; ${name} was taken as ` +
      "the decimal mark. If that is wrong, write the figures without a thousands separator.",
  ];
}
