import { AMOUNT_MINOR_MAX, TENDER_METHOD_LENGTH_MAX, TENDER_REFERENCE_LENGTH_MAX } from "../bounds.ts";
import { parseMoney } from "../money/money.ts";
import type { TenderContent } from "../sale/sale-content.ts";
import { saleTotalMinor } from "../sale/sale-total.ts";
import { withoutAbsent } from "../without-absent.ts";
import { type FieldReader, readDecimal, readText, report } from "./field-reader.ts";

const METHOD_PATTERN = /^(?:cash|card|mobile_money|other:.+)$/;

/** Reads one tender; undefined when what is wrong with it has been reported. */
export function normaliseTender(tender: FieldReader, currencyExponent: number): TenderContent | undefined {
  const before = tender.issues.length;
  const method = readText(tender, "method", TENDER_METHOD_LENGTH_MAX);
  const amount = readDecimal(tender, "amount", { scale: currencyExponent, max: AMOUNT_MINOR_MAX, min: 0 });
  const reference = readText(tender, "reference", TENDER_REFERENCE_LENGTH_MAX);
  if (tender.issues.length > before) return undefined;
  if (method === undefined || !METHOD_PATTERN.test(method)) {
    return report(tender, "method", ["invalid", 'must be "cash", "card", "mobile_money" or "other:<name>".']);
  }
  if (amount === undefined) return report(tender, "amount", ["required", "is needed."]);
  return withoutAbsent({ method, amount, reference });
}

/** What was paid in all must be an amount too. */
export function checkTenderSum(sale: FieldReader, tenders: readonly TenderContent[], currencyExponent: number): void {
  const amounts = tenders.map((tender) => parseMoney(tender.amount, currencyExponent));
  const sum = saleTotalMinor(amounts.map((amount) => (amount.ok ? amount.value : 0)));
  if (!sum.ok) report(sale, "tenders", ["too_large", "are more in all than Duka can count."]);
}
