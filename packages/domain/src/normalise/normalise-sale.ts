import {
  NOTE_LENGTH_MAX,
  RECEIPT_NUMBER_LENGTH_MAX,
  SALE_LINES_MAX,
  SOURCE_DEVICE_LENGTH_MAX,
  TENDERS_MAX,
} from "../bounds.ts";
import { failure, type Result, success } from "../result.ts";
import type { SaleContent } from "../sale/sale-content.ts";
import { isBusinessDate } from "../time/calendar-date.ts";
import { formatInstant, parseInstant } from "../time/instant.ts";
import { withoutAbsent } from "../without-absent.ts";
import { type FieldReader, fieldReader, readFormatted, readId, readList, readText, report } from "./field-reader.ts";
import { normaliseLine } from "./normalise-line.ts";
import { checkTenderSum, normaliseTender } from "./normalise-tender.ts";
import type { ValidationIssue } from "./validation-issue.ts";

const INSTANT = {
  example: "2026-01-31T14:30:00Z",
  parse: (text: string): string | undefined => {
    const instantMs = parseInstant(text);
    return instantMs === undefined ? undefined : formatInstant(instantMs);
  },
};
const BUSINESS_DATE = {
  example: "2026-01-31",
  parse: (text: string): string | undefined => (isBusinessDate(text) ? text : undefined),
};

/**
 * Reads a sale from parsed JSON of any shape: every problem it has, or its content in the one form that is fingerprinted.
 * Unknown and server-owned members are ignored. The same for `/api/sales/`, the batch and push, on the till and the server.
 */
export function normaliseSale(
  input: unknown,
  currencyExponent: number,
): Result<SaleContent, readonly ValidationIssue[]> {
  const issues: ValidationIssue[] = [];
  const reader = fieldReader(input, "", issues);
  const content = reader === undefined ? undefined : readSale(reader, currencyExponent);
  return content === undefined || issues.length > 0 ? failure(issues) : success(content);
}

function readSale(reader: FieldReader, currencyExponent: number): SaleContent {
  return withoutAbsent({
    items: readItems(reader, currencyExponent),
    client_timestamp: readFormatted(reader, "client_timestamp", INSTANT),
    business_date: readFormatted(reader, "business_date", BUSINESS_DATE),
    source_device: readText(reader, "source_device", SOURCE_DEVICE_LENGTH_MAX),
    receipt_number: readText(reader, "receipt_number", RECEIPT_NUMBER_LENGTH_MAX),
    tenders: readTenders(reader, currencyExponent),
    note: readText(reader, "note", NOTE_LENGTH_MAX),
    cashier: readId(reader, "cashier"),
  });
}

function readItems(reader: FieldReader, currencyExponent: number): SaleContent["items"] {
  const readElement = (line: FieldReader) => normaliseLine(line, currencyExponent);
  const before = reader.issues.length;
  const items = readList(reader, "items", { lengthMax: SALE_LINES_MAX, readElement }) ?? [];
  const hasOtherTrouble = reader.issues.length > before;
  if (items.length === 0 && !hasOtherTrouble) report(reader, "items", ["required", "must have at least one line."]);
  return items;
}

function readTenders(reader: FieldReader, currencyExponent: number): SaleContent["tenders"] {
  const readElement = (tender: FieldReader) => normaliseTender(tender, currencyExponent);
  const tenders = readList(reader, "tenders", { lengthMax: TENDERS_MAX, readElement });
  if (tenders === undefined || tenders.length === 0) return undefined;
  checkTenderSum(reader, tenders, currencyExponent);
  return tenders;
}
