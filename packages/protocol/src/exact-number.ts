const NUMBER_PARTS = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** A double tells all decimals of up to this many digits apart. */
const DOUBLE_DIGITS = 15;

/** Whether a JSON number survives being read as a double: the shortest text of that double says the same number. */
export function isExactNumber(text: string): boolean {
  if (text.length <= DOUBLE_DIGITS && !/[eE]/.test(text)) return true;
  const value = Number(text);
  return Number.isFinite(value) && canonicalDecimal(text) === canonicalDecimal(String(value));
}

/** One text for each decimal value, sign aside: significant digits and the power of ten of the last one. */
function canonicalDecimal(text: string): string {
  const [, whole = "", fraction = "", exponent = "0"] = NUMBER_PARTS.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${significant}e${power}`;
}
