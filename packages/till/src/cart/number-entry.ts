/** The keys of the on-screen keypad. */
export type KeypadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "." | "erase";

/** Longer than any amount or quantity the till takes. */
const ENTRY_LENGTH_MAX = 16;

/** A number being typed, and how many decimals it may have. `isFresh`: the first key replaces what is there. */
export type NumberEntry = { readonly text: string; readonly isFresh: boolean };

/** What the entry is after one key; a key that would make it unreadable changes nothing. */
export function pressKey(entry: NumberEntry, key: KeypadKey, decimals: number): NumberEntry {
  if (key === "erase") return { text: entry.isFresh ? "" : entry.text.slice(0, -1), isFresh: false };
  const base = entry.isFresh ? "" : entry.text;
  const text = key === "." && base === "" ? "0." : base === "0" && key !== "." ? key : base + key;
  return isWithin(text, decimals) ? { text, isFresh: false } : { ...entry, text: base === "" ? "" : entry.text };
}

/** A comma is a decimal sign on half the world's keyboards. */
export function normaliseNumberText(text: string): string {
  return text.trim().replace(",", ".");
}

function isWithin(text: string, decimals: number): boolean {
  if (text.length > ENTRY_LENGTH_MAX) return false;
  const [, fraction, ...more] = text.split(".");
  if (more.length > 0) return false;
  return fraction === undefined || (decimals > 0 && fraction.length <= decimals);
}
