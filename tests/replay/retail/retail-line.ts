import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** One line of the retailer's export, in integers. */
export type RetailLine = {
  readonly invoiceNumber: string;
  readonly stockCode: string;
  readonly description: string;
  /** Negative on cancellations and write-offs. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly soldAtMs: number;
};

const DATA_FILE = new URL("../data/online-retail.csv.gz", import.meta.url);

/** The lines of the real data set, in the order of the file. */
export function readRetailLines(file: URL = DATA_FILE): RetailLine[] {
  return parseRetailCsv(gunzipSync(readFileSync(file)).toString("utf8"));
}

/** Parses the export's CSV text; throws with the line's number on anything it does not understand. */
export function parseRetailCsv(text: string): RetailLine[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row, index) => {
    // The header is line 1.
    const field = (name: string) => requireField(row, name, index + 2);
    return {
      invoiceNumber: field("InvoiceNo"),
      stockCode: field("StockCode").trim(),
      description: field("Description").trim(),
      quantity: parseWholeNumber(field("Quantity")),
      unitPriceMinor: parsePounds(field("UnitPrice")),
      soldAtMs: parseBritishWinterTime(field("InvoiceDate")),
    };
  });
}

function requireField(row: Record<string, string>, name: string, lineNumber: number): string {
  const value = row[name];
  if (value === undefined) throw new Error(`line ${lineNumber} of the retail data has no ${name}`);
  return value;
}

function parseWholeNumber(text: string): number {
  if (!/^-?\d{1,9}$/.test(text)) throw new Error(`not a whole number: ${text}`);
  return Number(text);
}

// The parsing of money is the oracle's own on purpose: it must not share a mistake with packages/domain.
function parsePounds(text: string): number {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) throw new Error(`not a price in pounds and pence: ${text}`);
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** British wall time equals UTC from November to February; other months are refused rather than read wrongly. */
function parseBritishWinterTime(text: string): number {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}) (\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) throw new Error(`not a date like 12/1/10 8:26: ${text}`);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  if (![11, 12, 1, 2].includes(month)) throw new Error(`outside British winter time: ${text}`);
  return Date.UTC(2000 + year, month - 1, day, hour, minute);
}
