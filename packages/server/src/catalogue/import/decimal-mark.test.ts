import { describe, expect, it } from "vitest";
import { addEvidence, decideDecimalMark, decimalTextOfFigure, NO_EVIDENCE, sumEvidence } from "./decimal-mark.ts";
import type { Delimiter } from "./detect-delimiter.ts";
import { type Figure, readFigure } from "./figure.ts";

const figures = (texts: readonly string[]): readonly Figure[] =>
  texts.map(readFigure).filter((figure) => figure !== undefined);

/** What an ambiguous text is read as, in a column with these cells and a file whose other number cells are these. */
const reading = (text: string, column: readonly string[], others: readonly string[], delimiter: Delimiter) => {
  const own = figures([...column, text]).reduce(addEvidence, NO_EVIDENCE);
  const file = sumEvidence([own, figures(others).reduce(addEvidence, NO_EVIDENCE)]);
  const mark = decideDecimalMark(own, file, delimiter);
  const figure = readFigure(text);
  return figure === undefined ? undefined : decimalTextOfFigure(figure, mark);
};

describe("the decimal mark of a column", () => {
  it.each([
    ["1,234", ["2.50"], "1234"],
    ["1,234", ["2,50"], "1.234"],
    ["1.234", ["2.50"], "1.234"],
    ["1.234", ["2,50"], "1234"],
    ["1,234", ["1,234,567"], "1234"],
    ["1.234", ["1.234.567"], "1234"],
    ["1,234", ["0,500"], "1.234"],
    ["1,234", ["12,345.0"], "1234"],
  ])("reads %s beside %j as %s", (text, column, value) => {
    expect(reading(text, column, [], ",")).toBe(value);
    expect(reading(text, column, [], ";")).toBe(value);
  });

  it("asks the other number columns when the column does not tell", () => {
    expect(reading("1,234", ["5"], ["2.50"], ";")).toBe("1234");
    expect(reading("1,234", ["5"], ["2,50"], ",")).toBe("1.234");
  });

  it("takes the comma as decimal mark in a file with semicolons that tells nothing, else the point", () => {
    expect(reading("1,234", [], [], ";")).toBe("1.234");
    expect(reading("1.234", [], [], ";")).toBe("1234");
    expect(reading("1,234", [], [], ",")).toBe("1234");
    expect(reading("1.234", [], [], ",")).toBe("1.234");
    expect(reading("1,234", [], [], "\t")).toBe("1234");
  });

  it("does not guess where the column writes both ways", () => {
    expect(reading("1,234", ["2.50", "2,50"], [], ",")).toBeUndefined();
    expect(reading("1,234", [], ["2.50", "2,50"], ",")).toBeUndefined();
  });

  it("reads a figure that leaves no doubt by itself, whatever the column says", () => {
    expect(reading("3.50", ["2,50"], [], ";")).toBe("3.50");
  });
});
