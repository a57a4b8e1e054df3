import { ERRORS_LISTED_MAX, QUOTED_VALUE_CHARS_MAX } from "./import-limits.ts";

/** What is wrong with one cell of one row, and what to do about it. */
export type RowError = {
  /** The row's number in the spreadsheet. */
  readonly row: number;
  /** The column's title as the file writes it. */
  readonly column: string;
  readonly value: string;
  /** Goes on after the value: `is not a number`. */
  readonly problem: string;
  /** A sentence: what to write instead. */
  readonly fix: string;
};

/** `Row 3: Price "abc" is not a number. Write a figure such as 12.50.` */
export function describeRowError({ row, column, value, problem, fix }: RowError): string {
  return `Row ${row}: ${quoteTitle(column)} ${quoteCell(value)} ${problem}. ${fix}`;
}

/** The errors of the first rows, in the order of the sheet, as many as an answer lists. */
export function firstErrors(errors: readonly RowError[]): readonly RowError[] {
  return errors.toSorted((a, b) => a.row - b.row).slice(0, ERRORS_LISTED_MAX);
}

/** A cell in a message: in quotes, on one line, cut to what a screen shows, without characters that steer a terminal. */
export function quoteCell(value: string): string {
  if (value === "") return "(empty)";
  return `"${printable(value)}"`;
}

/** A column's title in a message. */
export function quoteTitle(title: string): string {
  return printable(title);
}

function printable(text: string): string {
  const start = Array.from(text.slice(0, QUOTED_VALUE_CHARS_MAX * 2))
    .slice(0, QUOTED_VALUE_CHARS_MAX)
    .join("");
  const shown = start.replaceAll(/[\p{C}\s]+/gu, " ");
  return start.length < text.length ? `${shown}…` : shown;
}
