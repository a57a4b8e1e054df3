import { AppError, invalidField } from "./app-error.ts";

const ID_PATTERN = /^[1-9]\d{0,15}$/;

/** The id in a path. Whatever cannot be an id names nothing, so it is not found rather than wrong. */
export function pathId(text: string): number {
  const id = ID_PATTERN.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(id)) return id;
  throw new AppError("not_found", "There is no such thing in this shop.");
}

/** `limit=` of a list: absent is the default, more than the most is the most. */
export function limitOf(text: string | undefined, bounds: { readonly default: number; readonly max: number }): number {
  const limit = integerOf("limit", text, bounds.default);
  if (limit < 1) throw invalidField("limit", "too_small", "limit must be at least 1.");
  return Math.min(limit, bounds.max);
}

/** A whole number from 0 up in a query string. */
export function integerOf(name: string, text: string | undefined, whenAbsent: number): number {
  if (text === undefined || text === "") return whenAbsent;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw invalidField(name, "invalid", `${name} must be a whole number.`);
}

/** The Link header that leads to the next page; `changes` replaces query parameters of this one. */
export function nextPageLink(url: string, changes: Readonly<Record<string, string | number>>): string {
  const [path = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) parameters.set(name, String(value));
  return `<${path}?${parameters.toString()}>; rel="next"`;
}
