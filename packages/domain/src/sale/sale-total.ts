import { AMOUNT_MINOR_MAX } from "../bounds.ts";
import { failure, type Result, success } from "../result.ts";

/** The sum of line subtotals in minor units; a sum beyond `AMOUNT_MINOR_MAX` is a refusal. */
export function saleTotalMinor(subtotalsMinor: readonly number[]): Result<number, "too_large"> {
  let total = 0;
  for (const subtotal of subtotalsMinor) {
    total += subtotal;
    // Checked at every step: two bounded numbers add exactly, a thousand of them need not.
    if (Math.abs(total) > AMOUNT_MINOR_MAX) return failure("too_large");
  }
  return success(total);
}
