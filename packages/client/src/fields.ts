/** An object of unknown shape, as it comes from the network or from storage. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A whole number that a double holds exactly. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function isCount(value: unknown): value is number {
  return isInteger(value) && value >= 0;
}

export function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}

/** Pairs of numbers from 1, each pair ascending; whether the pairs follow each other is not asked. */
export function areRanges(value: unknown, lengthMax: number): value is [number, number][] {
  return (
    Array.isArray(value) &&
    value.length <= lengthMax &&
    value.every((range: unknown) => {
      if (!Array.isArray(range) || range.length !== 2) return false;
      const [from, to]: unknown[] = range;
      return isCount(from) && isCount(to) && from >= 1 && from <= to;
    })
  );
}

/** The parsed text, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
