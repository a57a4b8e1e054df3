import { lineSubtotalMinor, normaliseSale, type Result, failure, saleTotalMinor, success } from "@duka/domain";
import { ITEM_BODY_LENGTH_MAX, ITEM_BYTES_MAX } from "@duka/protocol";
import { type SaleCircumstances, saleBody } from "./sale-body.ts";
import type { SaleDraft } from "./sale-draft.ts";

const EXPONENT_MAX = 4;

/** A draft that the server will be able to read, in the bytes that it will get. */
export interface CheckedSale {
  readonly body: string;
  readonly totalMinor: number;
}

/** The frozen body and the total of a draft, or why it cannot be a sale, as sentences. */
export function checkSale(draft: SaleDraft, circumstances: SaleCircumstances): Result<CheckedSale, readonly string[]> {
  const shapeProblems = checkNumbers(draft);
  if (shapeProblems.length > 0) return failure(shapeProblems);
  const content = saleBody(draft, circumstances);
  const normalised = normaliseSale(content, draft.currencyExponent);
  if (!normalised.ok) return failure(normalised.error.map((issue) => `${issue.path}: ${issue.detail}`));
  const total = totalOf(draft);
  if (total === undefined) return failure(["The total is larger than Duka can hold."]);
  const body = JSON.stringify(content);
  return isTooLarge(body) ? failure(["The sale is too large: split it in two."]) : success({ body, totalMinor: total });
}

function checkNumbers(draft: SaleDraft): string[] {
  const { currencyExponent: exponent } = draft;
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > EXPONENT_MAX) return ["The currency is not known."];
  const amounts = [
    ...draft.lines.flatMap((line) => [line.quantityThousandths, line.unitPriceMinor, line.product.unitPriceMinor ?? 0]),
    ...(draft.tenders ?? []).map((tender) => tender.amountMinor),
  ];
  const isWhole = amounts.every((amount) => Number.isSafeInteger(amount));
  return isWhole ? [] : ["Amounts are whole minor units and quantities whole thousandths."];
}

function totalOf(draft: SaleDraft): number | undefined {
  const subtotals: number[] = [];
  for (const line of draft.lines) {
    const subtotal = lineSubtotalMinor(line.quantityThousandths, line.unitPriceMinor);
    if (!subtotal.ok) return undefined;
    subtotals.push(subtotal.value);
  }
  const total = saleTotalMinor(subtotals);
  return total.ok ? total.value : undefined;
}

function isTooLarge(body: string): boolean {
  // Within the item the body is a JSON string once more, so its quotes are escaped.
  const itemBytes = new TextEncoder().encode(JSON.stringify(body)).length;
  return body.length > ITEM_BODY_LENGTH_MAX || itemBytes > ITEM_BYTES_MAX;
}
