/**
 * The exact decimal text of what JSON gave: a string as it stands, a number as JavaScript prints it.
 * The strict JSON parser lets a number through only if that is the number as it was written.
 */
export function decimalTextOf(value: string | number): string | undefined {
  if (typeof value === "string") return value;
  return Number.isFinite(value) ? String(value) : undefined;
}
