/** Languages in which Duka writes to a shop's people. */
export const LANGUAGES = ["en", "fr", "sw", "ar"] as const;

export type Language = (typeof LANGUAGES)[number];

/** A shop's language as stored; without one, or with one from a later release, English. */
export function languageOf(stored: string | null): Language {
  return LANGUAGES.find((language) => language === stored) ?? "en";
}
