import { describe, expect, it } from "vitest";
import { SHEET_COLUMNS_MAX, SHEET_ROW_BYTES_MAX, SHEET_ROWS_MAX } from "./import-limits.ts";
import { readSheet } from "./read-sheet.ts";

const cellsOf = async (text: string): Promise<readonly (readonly string[])[]> => {
  const sheet = await readSheet(text, ",");
  return sheet.ok ? sheet.value.map(({ cells }) => cells) : [];
};

describe("readSheet", () => {
  it("numbers rows as the spreadsheet does, over empty rows and line breaks in cells", async () => {
    const sheet = await readSheet('sku,name\r\n,\r\n\r\nA,"Soap\r\nbar"\r\nB,Oil', ",");
    expect(sheet).toEqual({
      ok: true,
      value: [
        { number: 1, cells: ["sku", "name"] },
        { number: 4, cells: ["A", "Soap\r\nbar"] },
        { number: 5, cells: ["B", "Oil"] },
      ],
    });
  });

  it.each([
    [
      "a quote inside a cell",
      'A,5" nail,1\nB,x,2',
      [
        ["A", '5" nail', "1"],
        ["B", "x", "2"],
      ],
    ],
    [
      "a stray quote inside quotes, as it stands",
      'A,"5" nail",1\nB,x,2',
      [
        ["A", '"5" nail"', "1"],
        ["B", "x", "2"],
      ],
    ],
    ["doubled quotes", 'A,"5"" nail",1', [["A", '5" nail', "1"]]],
    [
      "line ends of all three kinds",
      "A,1\rB,2\nC,3\r\nD,4",
      [
        ["A", "1"],
        ["B", "2"],
        ["C", "3"],
        ["D", "4"],
      ],
    ],
    ["rows of unequal length", "A\nB,1,2", [["A"], ["B", "1", "2"]]],
  ])("reads %s", async (_name, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  it("keeps characters whole that fall on the border between two chunks", async () => {
    const cell = `${"x".repeat(65_533)}₵😀é\r\n`;
    for (let shift = 0; shift < 12; shift++) {
      const name = "y".repeat(shift) + cell.trimEnd();
      expect(await cellsOf(`${name}\r\nB\r\n`)).toEqual([[name], ["B"]]);
    }
  });

  it("reads a sheet that ends in a million empty rows", async () => {
    const sheet = await readSheet(`sku,name\nA,Soap\n${",\n".repeat(SHEET_ROWS_MAX - 2)}`, ",");
    expect(sheet.ok && sheet.value.length).toBe(2);
  });

  it.each([
    ["a quote that is never closed", 'sku,name\nA,"Soap\nB,Oil\n', /^Row 2 has a quote .* never closed/],
    ["too many columns", `a,b\n${",".repeat(SHEET_COLUMNS_MAX)}\n`, /^Row 2 has 201 columns, at most 200/],
    ["a row that never ends", `a,b\n"${"x".repeat(SHEET_ROW_BYTES_MAX + 9)}"\n`, /^Row 2 is longer than/],
    ["a bomb of delimiters", `a,b\n${",".repeat(SHEET_ROW_BYTES_MAX * 2)}`, /^Row 2 is longer than/],
    ["more rows than a sheet has", `a\n${"\n".repeat(SHEET_ROWS_MAX)}`, /Split it/],
    ["more products than are taken", "x\n".repeat(100_002), /more than 100000 products/],
  ])("refuses %s", async (_name, text, problem) => {
    expect(await readSheet(text, ",")).toEqual({ ok: false, error: expect.stringMatching(problem) });
  });

  it("lets other work go on while it reads a large file", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await readSheet("A,Soap,1\n".repeat(90_000), ",");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
