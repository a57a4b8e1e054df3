import { CsvError, parse } from "csv-parse/sync";
import { csvOptions } from "./csv-options.ts";
import { countKnownHeaders } from "./header-aliases.ts";
import { HEADER_SEARCH_ROWS_MAX, SHEET_COLUMNS_MAX } from "./import-limits.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type DelimiterFinding = {
  readonly delimiter: Delimiter;
  /** Where the sheet starts: behind Excel's `sep=;` line, which the spreadsheet does not show as a row. */
  readonly startAt: number;
};

const HEAD_CHARS_MAX = 64 * 1024;
const SEP_LINE = /^"?sep=([,;|\t])"?[ ,;\t]*(?:\r\n|\n|\r|$)/i;

/**
 * The character between cells: what a `sep=` line says, else the one with which most header names are recognised, else
 * the one that cuts the first rows into most cells; a comma when nothing tells.
 */
export function detectDelimiter(text: string): DelimiterFinding {
  const sepLine = SEP_LINE.exec(text);
  const named = DELIMITERS.find((delimiter) => delimiter === sepLine?.[1]);
  if (sepLine !== null && named !== undefined) return { delimiter: named, startAt: sepLine[0].length };
  const head = text.slice(0, HEAD_CHARS_MAX);
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, ...judge(head, delimiter) }));
  const best = candidates.reduce((winner, next) => (isBetter(next, winner) ? next : winner));
  return { delimiter: best.delimiter, startAt: 0 };
}

type Verdict = { readonly knownHeaders: number; readonly cells: number };

function isBetter(a: Verdict, b: Verdict): boolean {
  return a.knownHeaders > b.knownHeaders || (a.knownHeaders === b.knownHeaders && a.cells > b.cells);
}

function judge(head: string, delimiter: Delimiter): Verdict {
  const rows = headRows(head, delimiter);
  return {
    knownHeaders: Math.max(0, ...rows.map((row) => countKnownHeaders(row.slice(0, SHEET_COLUMNS_MAX)))),
    cells: Math.max(0, ...rows.map((row) => row.length)),
  };
}

function headRows(head: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const rows: string[][] = [];
  try {
    // The rows before a mistake, or before the cut through a quoted cell, tell enough: the full parse reports the rest.
    const keep = (row: string[]): null => {
      rows.push(row);
      return null;
    };
    parse(head, { ...csvOptions(delimiter), to: HEADER_SEARCH_ROWS_MAX, on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}
