import { setImmediate } from "node:timers/promises";
import { pipeline } from "node:stream/promises";
import { failure, type Result, success } from "@duka/domain";
import { CsvError, parse } from "csv-parse";
import { csvOptions } from "./csv-options.ts";
import type { Delimiter } from "./detect-delimiter.ts";
import {
  IMPORT_ROWS_MAX,
  SHEET_CELLS_MAX,
  SHEET_COLUMNS_MAX,
  SHEET_ROW_BYTES_MAX,
  SHEET_ROWS_MAX,
} from "./import-limits.ts";

export type SheetRow = {
  /** The row's number in the spreadsheet: the header, empty rows and a cell with line breaks count as it shows them. */
  readonly number: number;
  readonly cells: readonly string[];
};

const CHUNK_BYTES = 64 * 1024;

/**
 * The filled rows of a CSV text, in order. Reads in chunks and lets other work go on between them. Refuses, naming the
 * row and the way out, more rows, columns or cells than any shop's sheet has, and a quote that is never closed.
 */
export async function readSheet(text: string, delimiter: Delimiter): Promise<Result<readonly SheetRow[], string>> {
  const sink = new RowSink();
  // on_record takes the row out of the stream, so nothing piles up behind a reader.
  const parser = parse({
    ...csvOptions(delimiter),
    max_record_size: SHEET_ROW_BYTES_MAX,
    on_record: (cells: string[], { bytes }) => {
      sink.take(cells, bytes);
      return null;
    },
  });
  try {
    await pipeline(chunksWhileWanted(Buffer.from(text), sink), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    sink.refuse(explain(error));
  }
  return sink.result();
}

async function* chunksWhileWanted(bytes: Buffer, sink: RowSink): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    // max_record_size counts characters but not cells: a row of nothing but delimiters is stopped here.
    if (start - sink.bytesTaken > SHEET_ROW_BYTES_MAX) sink.refuse(ROW_TOO_LONG);
    if (sink.isRefused) return;
    yield bytes.subarray(start, start + CHUNK_BYTES);
    await setImmediate();
  }
}

const ROW_TOO_LONG = `is longer than ${SHEET_ROW_BYTES_MAX} bytes. Look for a quote (") that is never closed.`;
const QUOTE_NOT_CLOSED = 'has a quote (") that is never closed. Close it or remove it.';

function explain(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return QUOTE_NOT_CLOSED;
  if (error.code === "CSV_MAX_RECORD_SIZE") return ROW_TOO_LONG;
  return 'cannot be read as CSV. Save the sheet as "CSV UTF-8" again.';
}

/** Keeps the filled rows and counts the others, up to the bounds of a sheet. */
class RowSink {
  bytesTaken = 0;
  private readonly rows: SheetRow[] = [];
  private rowsSeen = 0;
  private cellsKept = 0;
  private problem: string | undefined;

  take(cells: readonly string[], bytes: number): void {
    if (this.isRefused) return;
    if (cells.length > SHEET_COLUMNS_MAX) {
      this.refuse(`has ${cells.length} columns, at most ${SHEET_COLUMNS_MAX} are read. Delete those not needed.`);
    }
    this.rowsSeen += 1;
    this.bytesTaken = bytes;
    if (!cells.some((cell) => cell.trim() !== "")) return this.boundSheet();
    this.rows.push({ number: this.rowsSeen, cells });
    this.cellsKept += cells.length;
    this.boundSheet();
  }

  /** `sentence` goes on after "Row n"; the first refusal stands. */
  refuse(sentence: string): void {
    this.problem ??= `Row ${this.rowsSeen + 1} ${sentence}`;
  }

  get isRefused(): boolean {
    return this.problem !== undefined;
  }

  result(): Result<readonly SheetRow[], string> {
    return this.problem === undefined ? success(this.rows) : failure(this.problem);
  }

  private boundSheet(): void {
    // The header is a filled row too.
    const isTooMuch =
      this.rows.length > IMPORT_ROWS_MAX + 1 || this.rowsSeen > SHEET_ROWS_MAX || this.cellsKept > SHEET_CELLS_MAX;
    if (isTooMuch) this.problem ??= TOO_MUCH;
  }
}

const TOO_MUCH =
  `The file has more than ${IMPORT_ROWS_MAX} products or ${SHEET_CELLS_MAX} cells. ` +
  "Split it into several files and import one after the other.";
