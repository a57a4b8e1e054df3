import { failure, type Result, success } from "@duka/domain";
import { decideDecimalMarks } from "./decide-decimal-marks.ts";
import { decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { ERRORS_LISTED_MAX, IMPORT_FILE_BYTES_MAX } from "./import-limits.ts";
import type { ProductField } from "./header-aliases.ts";
import { type Column, type HeaderMap, mapHeaders } from "./map-headers.ts";
import { parseRow, type RowRules } from "./parse-row.ts";
import type { ProductRow } from "./product-row.ts";
import { readSheet, type SheetRow } from "./read-sheet.ts";
import { refuseDuplicates } from "./refuse-duplicates.ts";
import { firstErrors, quoteCell, type RowError } from "./row-error.ts";

export type ProductFile = {
  /** Which column gives which field. */
  readonly columns: ReadonlyMap<ProductField, Column>;
  readonly rows: readonly ProductRow[];
  /** Of the first rows that cannot be read, up to the number that an answer lists. */
  readonly rowErrors: readonly RowError[];
  readonly rowsFailed: number;
  /** What the person should know about how the file was read. */
  readonly notes: readonly string[];
};

/**
 * Everything a CSV file says about products. A row with a mistake is left out whole and reported; a file that cannot be
 * read at all, or that has no product row, is refused with a sentence that says what to do.
 */
export async function readProductFile(
  bytes: Uint8Array,
  currencyExponent: number,
): Promise<Result<ProductFile, string>> {
  if (bytes.length > IMPORT_FILE_BYTES_MAX) return failure("The file is too large. Split it and import one by one.");
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failure(decoded.problem);
  const { delimiter, startAt } = detectDelimiter(decoded.text);
  const sheet = await readSheet(decoded.text.slice(startAt), delimiter);
  if (!sheet.ok) return sheet;
  const headers = mapHeaders(sheet.value);
  if (!headers.ok) return headers;
  const rows = sheet.value.slice(sheet.value.indexOf(headers.value.row) + 1);
  if (rows.length === 0) return failure("The file has a header but no product below it.");
  const { marks, notes } = decideDecimalMarks(rows, headers.value.columns, delimiter);
  const rules = { columns: headers.value.columns, decimalMarks: marks, currencyExponent };
  const ownNotes = [...noteEncoding(decoded.encoding), ...noteIgnored(headers.value), ...notes];
  return success({ ...parseRows(rows, rules), notes: ownNotes, columns: rules.columns });
}

function parseRows(sheetRows: readonly SheetRow[], rules: RowRules): Omit<ProductFile, "notes" | "columns"> {
  const parsed: ProductRow[] = [];
  const unreadable: RowError[] = [];
  for (const sheetRow of sheetRows) {
    const row = parseRow(sheetRow, rules);
    if (row.ok) parsed.push(row.value);
    else if (unreadable.length < ERRORS_LISTED_MAX) unreadable.push(...row.error);
  }
  const { rows, errors } = refuseDuplicates(parsed, rules.columns);
  return {
    rows,
    rowErrors: firstErrors([...unreadable, ...errors.slice(0, ERRORS_LISTED_MAX)]),
    rowsFailed: sheetRows.length - rows.length,
  };
}

function noteEncoding(encoding: string): readonly string[] {
  if (encoding !== "Windows-1252") return [];
  return ['The file is not UTF-8 and was read as Windows-1252. If letters look wrong, save it as "CSV UTF-8".'];
}

const TITLES_LISTED_MAX = 20;

function noteIgnored({ ignored }: HeaderMap): readonly string[] {
  if (ignored.length === 0) return [];
  return [`Columns not read: ${ignored.slice(0, TITLES_LISTED_MAX).map(quoteCell).join(", ")}.`];
}
