/** Notes and coins come as 1 and 5 of each power of ten, wherever one goes. */
const FACES = [1, 5] as const;
const POWERS_OF_TEN_MAX = 13;
const SUGGESTIONS_MAX = 3;

/** Amounts a customer is likely to hand over for a total, above it, smallest first; all in minor units. */
export function cashSuggestions(totalMinor: number, exponent: number): readonly number[] {
  if (totalMinor <= 0) return [];
  const oneMajorMinor = 10 ** exponent;
  const rounded = facesFrom(oneMajorMinor).map((face) => Math.ceil(totalMinor / face) * face);
  const above = [...new Set(rounded)].filter((amount) => Number.isSafeInteger(amount) && amount > totalMinor);
  return above.toSorted((left, right) => left - right).slice(0, SUGGESTIONS_MAX);
}

function facesFrom(smallestMinor: number): number[] {
  const powers = Array.from({ length: POWERS_OF_TEN_MAX }, (_, power) => smallestMinor * 10 ** power);
  return powers.flatMap((power) => FACES.map((face) => face * power));
}
