// Every bound of the product import. A spreadsheet that a shop really has stays far below them; a bomb runs into one.

/** Size of an uploaded file: 50,000 rows of 300 bytes each. */
export const IMPORT_FILE_BYTES_MAX = 16 * 1024 * 1024;

/** Rows that carry at least one filled cell, without the header. */
export const IMPORT_ROWS_MAX = 100_000;

/** Rows of the sheet, the empty ones counted: the last row of an Excel sheet. */
export const SHEET_ROWS_MAX = 1_048_576;

/** Cells of one row, the empty ones counted. */
export const SHEET_COLUMNS_MAX = 200;

/** Cells of all rows that carry a filled cell: 40 columns at the largest number of rows. */
export const SHEET_CELLS_MAX = 4_000_000;

/** Bytes (UTF-8) of one row; a cell of one megabyte still fits and gets a row error of its own. */
export const SHEET_ROW_BYTES_MAX = 2 * 1024 * 1024;

/** The header is looked for in so many filled rows, for sheets that start with a title. */
export const HEADER_SEARCH_ROWS_MAX = 20;

/** Errors listed in the answer; the others are counted. */
export const ERRORS_LISTED_MAX = 200;

/** Notes listed in the answer. */
export const NOTES_LISTED_MAX = 50;

/** Characters of a cell that an error repeats. */
export const QUOTED_VALUE_CHARS_MAX = 40;

/** Rows that land in one transaction; the shop's sales wait for no more than this. */
export const IMPORT_TRANSACTION_ROWS_MAX = 1_000;

/** Imports that one process reads at a time: each may hold a few hundred megabytes. */
export const IMPORTS_AT_ONCE_MAX = 2;
