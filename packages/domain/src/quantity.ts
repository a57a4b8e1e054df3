import { QUANTITY_THOUSANDTHS_MAX } from "./bounds.ts";
import { type DecimalProblem, formatDecimalTrimmed, parseDecimal } from "./decimal.ts";
import type { Result } from "./result.ts";

/** Digits after the point in every quantity and stock figure. */
export const QUANTITY_SCALE = 3;

/** Reads a quantity ("0.5") as thousandths (500), at most `QUANTITY_THOUSANDTHS_MAX` either way. */
export function parseQuantity(text: string): Result<number, DecimalProblem> {
  return parseDecimal(text, { scale: QUANTITY_SCALE, max: QUANTITY_THOUSANDTHS_MAX });
}

/** Writes thousandths (500) as a trimmed quantity ("0.5"). */
export function formatQuantity(thousandths: number): string {
  return formatDecimalTrimmed(thousandths, QUANTITY_SCALE);
}
