import type { CanonicalValue } from "../canonical-json.ts";
import type { SaleContent } from "./sale-content.ts";

/** More places than these help nobody. */
const DIFFERENCES_MAX = 20;

/** Where two contents differ, as paths such as "items.0.quantity", in the order of the first; at most `DIFFERENCES_MAX`. */
export function saleDifferences(first: SaleContent, second: SaleContent): readonly string[] {
  const paths: string[] = [];
  collect(first, second, "", paths);
  return paths.slice(0, DIFFERENCES_MAX);
}

function collect(first: CanonicalValue | undefined, second: CanonicalValue | undefined, path: string, paths: string[]) {
  if (first === second || paths.length >= DIFFERENCES_MAX) return;
  if (!isContainer(first) || !isContainer(second)) {
    paths.push(path);
    return;
  }
  const seconds = new Map(Object.entries(second));
  const firsts = new Map(Object.entries(first));
  for (const name of new Set([...firsts.keys(), ...seconds.keys()])) {
    collect(firsts.get(name), seconds.get(name), path === "" ? name : `${path}.${name}`, paths);
  }
}

function isContainer(value: CanonicalValue | undefined): value is { readonly [name: string]: CanonicalValue } {
  return typeof value === "object" && value !== null;
}
