import { describe, expect, it } from "vitest";
import { type KeypadKey, type NumberEntry, pressKey } from "./number-entry.ts";

describe("number entry", () => {
  it("replaces the suggestion with the first key and goes on from there", () => {
    expect(typed({ text: "1", isFresh: true }, ["2", "5"], 3)).toBe("25");
    expect(typed({ text: "1", isFresh: true }, [".", "5"], 3)).toBe("0.5");
  });

  it("takes no second point, no digit too many and no leading zero", () => {
    expect(typed({ text: "", isFresh: false }, ["1", ".", "2", ".", "5", "7"], 2)).toBe("1.25");
    expect(typed({ text: "", isFresh: false }, ["0", "7"], 2)).toBe("7");
    expect(typed({ text: "", isFresh: false }, ["5", ".", "3"], 0)).toBe("53");
  });

  it("erases a suggestion at once and a typed number digit by digit", () => {
    expect(typed({ text: "120.00", isFresh: true }, ["erase"], 2)).toBe("");
    expect(typed({ text: "125", isFresh: false }, ["erase"], 2)).toBe("12");
  });
});

function typed(start: NumberEntry, keys: KeypadKey[], decimals: number): string {
  return keys.reduce((entry, key) => pressKey(entry, key, decimals), start).text;
}
