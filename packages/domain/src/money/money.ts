import { AMOUNT_MINOR_MAX } from "../bounds.ts";
import { type DecimalProblem, formatDecimal, parseDecimal } from "../decimal.ts";
import type { Result } from "../result.ts";

/** Reads an amount ("3.50") as minor units (350 at exponent 2), at most `maxMinor` either way. */
export function parseMoney(
  text: string,
  exponent: number,
  maxMinor: number = AMOUNT_MINOR_MAX,
): Result<number, DecimalProblem> {
  return parseDecimal(text, { scale: exponent, max: maxMinor });
}

/** Writes minor units with exactly the currency's digits: 350 is "3.50" at exponent 2, "350" at 0. */
export function formatMoney(minor: number, exponent: number): string {
  return formatDecimal(minor, exponent);
}
