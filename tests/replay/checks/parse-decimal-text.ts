/** A decimal text as an integer with `scale` decimals. The checks' own, so that they share no mistake with the product. */
export function parseDecimalText(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3] ?? "";
  if (match === null || fraction.length > scale) throw new Error(`"${text}" is no decimal of ${scale} places`);
  const digits = BigInt(`${match[2]}${fraction.padEnd(scale, "0")}`);
  return match[1] === "-" ? -digits : digits;
}
