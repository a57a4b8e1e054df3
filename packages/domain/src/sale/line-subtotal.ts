import { assert } from "../assert.ts";
import { AMOUNT_MINOR_MAX } from "../bounds.ts";
import { failure, type Result, success } from "../result.ts";

const THOUSANDTHS_PER_UNIT = 1000n;
const HALF_UNIT = THOUSANDTHS_PER_UNIT / 2n;

/**
 * quantity × unit price in minor units, rounded half away from zero.
 * Takes thousandths and minor units of either sign; a result beyond `AMOUNT_MINOR_MAX` is a refusal, never a wrong number.
 */
export function lineSubtotalMinor(quantityThousandths: number, unitPriceMinor: number): Result<number, "too_large"> {
  assert(Number.isSafeInteger(quantityThousandths), "a quantity is whole thousandths");
  assert(Number.isSafeInteger(unitPriceMinor), "a price is whole minor units");
  const exact = BigInt(quantityThousandths) * BigInt(unitPriceMinor);
  const magnitude = ((exact < 0n ? -exact : exact) + HALF_UNIT) / THOUSANDTHS_PER_UNIT;
  if (magnitude > BigInt(AMOUNT_MINOR_MAX)) return failure("too_large");
  return success(Number(exact < 0n ? -magnitude : magnitude));
}
