import { assert } from "./assert.ts";

/** What canonical JSON can say; an undefined member is left out. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue | undefined };

/**
 * One text for one value: members sorted by UTF-16 code unit, no spaces, absent members left out.
 * Numbers must be safe integers; decimals travel as text.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    assert(Number.isSafeInteger(value), "canonical JSON holds whole numbers only");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  return `{${canonicalMembers(value).join(",")}}`;
}

function canonicalMembers(value: { readonly [name: string]: CanonicalValue | undefined }): string[] {
  const members: string[] = [];
  for (const name of Object.keys(value).toSorted()) {
    const member = value[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(member)}`);
  }
  return members;
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
