import { assert } from "./assert.ts";
import { failure, type Result, success } from "./result.ts";

/** Why a decimal text was not taken: never rounded, never guessed. */
export type DecimalProblem = "not_a_number" | "too_many_decimals" | "too_large";

export type DecimalLimits = {
  /** Digits kept after the point; the result is the number times 10^scale. */
  readonly scale: number;
  /** The largest magnitude of the scaled result. */
  readonly max: number;
};

/** Longer texts are refused before any work is done on them. */
const DECIMAL_TEXT_LENGTH_MAX = 100;
/** More digits than any safe integer has. */
const SCALED_DIGITS_MAX = 16;

const DECIMAL_PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads a decimal text exactly, as an integer scaled by 10^scale.
 * Takes a sign, an exponent ("1e2") and zeros beyond the scale ("3.500"); more digits than the scale holds,
 * a magnitude above `max` and anything else are problems, never roundings.
 */
export function parseDecimal(text: string, { scale, max }: DecimalLimits): Result<number, DecimalProblem> {
  assert(Number.isSafeInteger(max), "a decimal's bound must be a safe integer");
  const match = text.length <= DECIMAL_TEXT_LENGTH_MAX ? DECIMAL_PATTERN.exec(text) : null;
  if (match === null) return failure("not_a_number");
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return failure("not_a_number");

  const significant = withoutLeadingZeros(whole + fraction);
  const digits = withoutTrailingZeros(significant);
  if (digits === "") return success(0);
  const shift = Number(exponent) - fraction.length + scale + (significant.length - digits.length);
  if (shift < 0) return failure("too_many_decimals");
  if (digits.length + shift > SCALED_DIGITS_MAX) return failure("too_large");

  const magnitude = BigInt(digits + "0".repeat(shift));
  if (magnitude > BigInt(max)) return failure("too_large");
  return success(sign === "-" ? -Number(magnitude) : Number(magnitude));
}

/** Writes a scaled integer with exactly `scale` digits after the point: (350, 2) is "3.50". */
export function formatDecimal(scaled: number, scale: number): string {
  assert(Number.isSafeInteger(scaled), `not a safe integer: ${scaled}`);
  const digits = String(Math.abs(scaled)).padStart(scale + 1, "0");
  const sign = scaled < 0 ? "-" : "";
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Writes a scaled integer without needless zeros: (500, 3) is "0.5", (1000, 3) is "1". */
export function formatDecimalTrimmed(scaled: number, scale: number): string {
  const fixed = formatDecimal(scaled, scale);
  return scale === 0 ? fixed : withoutTrailingZeros(fixed).replace(/\.$/, "");
}

/** The JSON number nearest to a scaled integer; it prints as `formatDecimalTrimmed` up to 15 digits. */
export function decimalNumber(scaled: number, scale: number): number {
  const value = Number(formatDecimalTrimmed(scaled, scale));
  return value === 0 ? 0 : value;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === "0") start += 1;
  return digits.slice(start);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}
