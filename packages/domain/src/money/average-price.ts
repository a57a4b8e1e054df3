import { assert } from "../assert.ts";

const THOUSANDTHS_PER_UNIT = 1000n;

/** Revenue per unit sold in minor units, rounded half away from zero; nothing sold has an average of 0. */
export function averagePriceMinor(revenueMinor: number, quantityThousandths: number): number {
  assert(Number.isSafeInteger(revenueMinor), "a revenue is whole minor units");
  assert(Number.isSafeInteger(quantityThousandths), "a quantity is whole thousandths");
  if (quantityThousandths === 0) return 0;
  const numerator = BigInt(revenueMinor) * THOUSANDTHS_PER_UNIT;
  const isNegative = numerator < 0n !== quantityThousandths < 0;
  const magnitude = divideRounding(absolute(numerator), absolute(BigInt(quantityThousandths)));
  return Number(isNegative ? -magnitude : magnitude);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function divideRounding(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
