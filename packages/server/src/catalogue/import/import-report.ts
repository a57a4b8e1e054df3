import type { ProductImportReport } from "@duka/protocol";
import { ERRORS_LISTED_MAX, NOTES_LISTED_MAX } from "./import-limits.ts";
import type { ProductFile } from "./read-product-file.ts";
import { describeRowError, firstErrors, type RowError } from "./row-error.ts";

export type ImportCounts = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that could be read and not be brought in. One error a row. */
  readonly errors: readonly RowError[];
};

/** The answer about a file that could be read. */
export function reportImport(file: ProductFile, counts: ImportCounts, isDryRun: boolean): ProductImportReport {
  const { created, updated, unchanged } = counts;
  const failed = file.rowsFailed + counts.errors.length;
  return {
    status: statusOf(created + updated, failed),
    dry_run: isDryRun,
    created,
    updated,
    unchanged,
    failed,
    errors: listErrors(file, counts.errors, failed),
    notes: file.notes.slice(0, NOTES_LISTED_MAX),
  };
}

/** The answer about a file that could not be read. */
export function reportRefusal(problem: string, isDryRun: boolean): ProductImportReport {
  const nothing = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  return { status: "error", dry_run: isDryRun, ...nothing, errors: [problem], notes: [] };
}

function statusOf(landed: number, failed: number): ProductImportReport["status"] {
  if (failed === 0) return "success";
  return landed > 0 ? "partial" : "error";
}

function listErrors(file: ProductFile, errors: readonly RowError[], failed: number): string[] {
  const listed = firstErrors([...file.rowErrors, ...errors]);
  const sentences = listed.map(describeRowError);
  const rowsListed = new Set(listed.map(({ row }) => row)).size;
  if (listed.length < ERRORS_LISTED_MAX || rowsListed === failed) return sentences;
  return [...sentences, `And ${failed - rowsListed} more rows with errors. Correct these and import again.`];
}
