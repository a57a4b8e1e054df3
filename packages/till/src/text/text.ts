import { en } from "./en.ts";

/** Every key of the wording; a missing or misspelt one does not compile. */
export type TextKey = keyof typeof en;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<K extends TextKey> = { readonly [Name in Placeholders<(typeof en)[K]>]: string | number };
type Parameters<K extends TextKey> = [Placeholders<(typeof en)[K]>] extends [never] ? [] : [values: Values<K>];

type CountKey = {
  [K in TextKey]: K extends `${infer Base}.other` ? (`${Base}.one` extends TextKey ? Base : never) : never;
}[TextKey];

const plural = new Intl.PluralRules("en");

/** The sentence for a key, its placeholders filled in. */
export function t<K extends TextKey>(key: K, ...[values]: Parameters<K>): string {
  return fill(en[key], values);
}

type CountValues<B extends CountKey> = Omit<Values<`${B}.other`>, "count">;
type CountParameters<B extends CountKey> = [keyof CountValues<B>] extends [never] ? [] : [values: CountValues<B>];

/** The sentence for a number of things: `.one` or `.other`, with `{count}` and whatever else it names. */
export function tCount<B extends CountKey>(base: B, count: number, ...[values]: CountParameters<B>): string {
  const key = `${base}.${plural.select(count) === "one" ? "one" : "other"}` as const;
  return fill(en[key], { ...values, count });
}

function fill(sentence: string, values: Readonly<Record<string, string | number>> | undefined): string {
  if (values === undefined) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
