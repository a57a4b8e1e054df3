import type { Options } from "csv-parse";
import type { Delimiter } from "./detect-delimiter.ts";

/** How people's files are cut into cells: rows of any length, a stray quote (`5" nail`) is a character like others. */
export function csvOptions(delimiter: Delimiter): Options {
  return { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] };
}
