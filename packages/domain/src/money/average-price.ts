const THOUSANDTHS_PER_UNIT = 1000n;

/** Revenue (minor units) per unit sold, rounded half away from zero; nothing sold has an average of 0. */
export function averagePriceMinor(revenueMinor: bigint, quantityThousandths: bigint): bigint {
  if (quantityThousandths === 0n) return 0n;
  const numerator = revenueMinor * THOUSANDTHS_PER_UNIT;
  const isNegative = numerator < 0n !== quantityThousandths < 0n;
  const magnitude = divideRounding(absolute(numerator), absolute(quantityThousandths));
  return isNegative ? -magnitude : magnitude;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function divideRounding(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
