import { type DecimalLimits, type DecimalProblem, formatDecimalTrimmed, parseDecimal } from "../decimal.ts";
import { decimalTextOf } from "../decimal-text.ts";
import { parseUuid } from "../uuid.ts";
import type { ValidationCode, ValidationIssue } from "./validation-issue.ts";

/** An object being read: where it is, its members, and what was found wrong so far (shared by all readers of a sale). */
export type FieldReader = {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly issues: ValidationIssue[];
};

export function fieldReader(value: unknown, path: string, issues: ValidationIssue[]): FieldReader | undefined {
  if (isObject(value)) return { path, fields: value, issues };
  issues.push({ path, code: "invalid", detail: `${path === "" ? "The body" : path} must be an object.` });
  return undefined;
}

export function report(
  reader: FieldReader,
  name: string,
  [code, detail]: readonly [ValidationCode, string],
): undefined {
  reader.issues.push({ path: pathOf(reader, name), code, detail: `${name} ${detail}` });
  return undefined;
}

export function pathOf(reader: FieldReader, name: string): string {
  return reader.path === "" ? name : `${reader.path}.${name}`;
}

/** The member, with null counted as absent: existing clients send it for what they do not know. */
export function memberOf(reader: FieldReader, name: string): unknown {
  return reader.fields[name] ?? undefined;
}

/** Trimmed text; an empty one is absent. A number is taken as it is written, as earlier clients send some barcodes. */
export function readText(reader: FieldReader, name: string, lengthMax: number): string | undefined {
  const value = memberOf(reader, name);
  if (value === undefined) return undefined;
  if (typeof value !== "string" && typeof value !== "number")
    return report(reader, name, ["invalid", "must be a text."]);
  const text = String(value).trim();
  if (text.includes("\0") || !text.isWellFormed())
    return report(reader, name, ["invalid", "holds characters that are not text."]);
  if (text.length > lengthMax) return report(reader, name, ["too_long", `must be at most ${lengthMax} characters.`]);
  return text === "" ? undefined : text;
}

/** A text in a form of its own, such as an instant; `parse` gives the canonical text or undefined. */
export function readFormatted(
  reader: FieldReader,
  name: string,
  format: { readonly parse: (text: string) => string | undefined; readonly example: string },
): string | undefined {
  const value = memberOf(reader, name);
  if (value === undefined || value === "") return undefined;
  const canonical = typeof value === "string" ? format.parse(value) : undefined;
  return canonical ?? report(reader, name, ["invalid", `must look like ${format.example}.`]);
}

export function readUuid(reader: FieldReader, name: string): string | undefined {
  return readFormatted(reader, name, { parse: parseUuid, example: "0197c0de-5f00-7abc-8def-0123456789ab" });
}

/** A decimal from `min` up, as trimmed text. `min` is scaled like the result. */
export function readDecimal(
  reader: FieldReader,
  name: string,
  limits: DecimalLimits & { readonly min: number },
): string | undefined {
  const value = memberOf(reader, name);
  if (value === undefined || value === "") return undefined;
  const text = typeof value === "string" || typeof value === "number" ? decimalTextOf(value) : undefined;
  if (text === undefined) return report(reader, name, ["invalid", "must be a decimal number."]);
  const parsed = parseDecimal(text, limits);
  if (!parsed.ok) return report(reader, name, decimalIssue(parsed.error, limits));
  if (parsed.value < limits.min) return report(reader, name, ["too_small", smallestText(limits)]);
  return formatDecimalTrimmed(parsed.value, limits.scale);
}

/** A small positive integer, such as an id; digits in a text count too. */
export function readId(reader: FieldReader, name: string): number | undefined {
  const value = memberOf(reader, name);
  if (value === undefined || value === "") return undefined;
  const id = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof id === "number" && Number.isSafeInteger(id) && id > 0) return id;
  return report(reader, name, ["invalid", "must be a positive whole number."]);
}

export function readBoolean(reader: FieldReader, name: string): boolean | undefined {
  const value = memberOf(reader, name);
  if (value === undefined || typeof value === "boolean") return value;
  return report(reader, name, ["invalid", "must be true or false."]);
}

/** A list of at most `lengthMax`; each element is read by `readElement` at its own path. */
export function readList<T>(
  reader: FieldReader,
  name: string,
  list: { readonly lengthMax: number; readonly readElement: (element: FieldReader) => T | undefined },
): readonly T[] | undefined {
  const value = memberOf(reader, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return report(reader, name, ["invalid", "must be a list."]);
  if (value.length > list.lengthMax)
    return report(reader, name, ["too_many", `must have at most ${list.lengthMax} entries.`]);
  return value.flatMap((element: unknown, index) => {
    const elementReader = fieldReader(element, `${pathOf(reader, name)}.${index}`, reader.issues);
    const read = elementReader === undefined ? undefined : list.readElement(elementReader);
    return read === undefined ? [] : [read];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decimalIssue(problem: DecimalProblem, limits: DecimalLimits): readonly [ValidationCode, string] {
  const issues = {
    not_a_number: ["invalid", "must be a decimal number."],
    too_many_decimals: ["too_many_decimals", `must have at most ${limits.scale} decimals.`],
    too_large: ["too_large", `must be at most ${formatDecimalTrimmed(limits.max, limits.scale)}.`],
  } as const;
  return issues[problem];
}

function smallestText(limits: { readonly min: number; readonly scale: number }): string {
  return limits.min === 1 ? "must be above 0." : `must be at least ${formatDecimalTrimmed(limits.min, limits.scale)}.`;
}
