import * as fc from "fast-check";
import { expect, it } from "vitest";
import { decimalNumber, formatDecimal, formatDecimalTrimmed, parseDecimal } from "./decimal.ts";

const MAX = 10 ** 15 - 1;
const scaled = fc.integer({ min: -MAX, max: MAX });
const scale = fc.integer({ min: 0, max: 4 });

it("reads back whatever it wrote, fixed or trimmed", () => {
  fc.assert(
    fc.property(scaled, scale, (value, digits) => {
      const limits = { scale: digits, max: MAX };
      expect(parseDecimal(formatDecimal(value, digits), limits)).toEqual({ ok: true, value });
      expect(parseDecimal(formatDecimalTrimmed(value, digits), limits)).toEqual({ ok: true, value });
    }),
  );
});

it("writes a JSON number with the same digits as the trimmed text", () => {
  fc.assert(
    fc.property(scaled, scale, (value, digits) => {
      const printed = JSON.stringify(decimalNumber(value, digits));
      expect(parseDecimal(printed, { scale: digits, max: MAX })).toEqual({ ok: true, value });
    }),
  );
});

it("takes or refuses any text without throwing", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9.eE+x -]{0,12}$/), (text) => {
      const result = parseDecimal(text, { scale: 3, max: MAX });
      expect(result.ok ? Math.abs(result.value) <= MAX : typeof result.error === "string").toBe(true);
    }),
  );
});
