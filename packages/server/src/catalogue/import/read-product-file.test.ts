import { describe, expect, it } from "vitest";
import { IMPORT_FILE_BYTES_MAX } from "./import-limits.ts";
import type { ProductRow } from "./product-row.ts";
import { readProductFile } from "./read-product-file.ts";
import { describeRowError } from "./row-error.ts";

const rowsOf = async (text: string, currencyExponent = 2): Promise<readonly ProductRow[]> => {
  const file = await readProductFile(Buffer.from(text), currencyExponent);
  return file.ok ? file.value.rows : [];
};

const errorsOf = async (text: string, currencyExponent = 2): Promise<readonly string[]> => {
  const file = await readProductFile(Buffer.from(text), currencyExponent);
  return file.ok ? file.value.rowErrors.map(describeRowError) : [file.error];
};

describe("readProductFile", () => {
  it("reads every column, and leaves absent what a cell does not say", async () => {
    const header = "SKU,Barcode,Name,Description,Unit,Price,Stock,Reorder level,Volatile\n";
    expect(
      await rowsOf(`${header}A-1,600123,Soap,"Green\r\nbar",pcs,GH₵3.50,"1,200.5",10,no\n,,Bread,,,,,,Yes\n`),
    ).toEqual([
      {
        row: 2,
        sku: "A-1",
        barcode: "600123",
        name: "Soap",
        description: "Green\nbar",
        unit: "pcs",
        unitPriceMinor: 350,
        stockThousandths: 1_200_500,
        reorderLevelThousandths: 10_000,
        isVolatile: false,
      },
      { row: 3, name: "Bread", isVolatile: true },
    ]);
  });

  it.each([
    [
      "sku,name,Unit Price (GHS)\nA,Soap,abc\n",
      'Row 2: Unit Price (GHS) "abc" is not a number. Write a figure such as 12.50.',
    ],
    [
      "sku,name,price\nA,Soap,3.505\n",
      'Row 2: price "3.505" has more than 2 decimals. Round it in the sheet: the import never does.',
    ],
    ["sku,name,price\nA,Soap,-3\n", 'Row 2: price "-3" is below zero. Write 0 or more.'],
    [
      "sku,name,price\nA,Soap,=B2*2\n",
      'Row 2: price "=B2*2" is a formula, not a number. Save the sheet again with values in place of formulas.',
    ],
    [
      "sku,name,stock\nA,Soap,9999999999999\n",
      'Row 2: stock "9999999999999" is too large. Write a figure such as 12 or 0.5.',
    ],
    ["sku,name,volatile\nA,Soap,maybe\n", 'Row 2: volatile "maybe" is neither yes nor no. Write yes or no.'],
    [
      "sku,name,EAN\nA,Soap,6.00123E+12\n",
      'Row 2: EAN "6.00123E+12" was shortened by the spreadsheet. Format the column as Text, type the code again and save.',
    ],
    [
      "sku,name,price\n,,3\n",
      "Row 2: name (empty) does not say which product the row is about. Write a name or a SKU, or delete the row.",
    ],
    [
      "sku,name\nA,#REF!\n",
      'Row 2: name "#REF!" is an error of the spreadsheet. Correct the formula of the cell and save again.',
    ],
    [
      'sku,name,price\nA,x,"1,234"\nB,x,"3,50"\nC,x,3.50\n',
      'Row 2: price "1,234" can mean 1234 or 1.234, and the column writes numbers both ways. Write it without a thousands separator.',
    ],
  ])("names row, column, value and fix: %j", async (text, error) => {
    expect(await errorsOf(text)).toEqual([error]);
  });

  it("reports every wrong cell of a row, leaves the row out and reads the others", async () => {
    const text = "sku,name,price,stock\nA,Soap,x,y\nB,Oil,1,2\n";
    expect(await errorsOf(text)).toHaveLength(2);
    expect(await rowsOf(text)).toEqual([
      { row: 3, sku: "B", name: "Oil", unitPriceMinor: 100, stockThousandths: 2_000 },
    ]);
  });

  it("quotes only the start of a megabyte in a cell, and no characters that steer a terminal", async () => {
    const [error = ""] = await errorsOf(`sku,name\nA,${"x".repeat(1024 * 1024)}\n`);
    expect(error).toMatch(/^Row 2: name "x{40}…" has 1048576 characters, at most 255 fit\. Shorten it\.$/);
    expect(await errorsOf("sku,name,price\nA,Soap,\u001B[31m\u202Ered\n")).toEqual([
      'Row 2: price " [31m red" is not a number. Write a figure such as 12.50.',
    ]);
  });

  it("takes text that a spreadsheet would calculate as it stands, and codes out of their guard", async () => {
    expect(await rowsOf('sku,name\n"=""00123""",=2+2\n+5,@SUM\n\'=x,-a\n')).toEqual([
      { row: 2, sku: "00123", name: "=2+2" },
      { row: 3, sku: "+5", name: "@SUM" },
      { row: 4, sku: "=x", name: "-a" },
    ]);
  });

  it("takes what stands for nothing as nothing", async () => {
    expect(await rowsOf("sku,barcode,name,price,stock\nN/A,-,Soap,null,-\n")).toEqual([{ row: 2, name: "Soap" }]);
  });

  it("reads prices with as many decimals as the currency has", async () => {
    expect(await rowsOf("sku,price\nA,1500.00\n", 0)).toEqual([{ row: 2, sku: "A", unitPriceMinor: 1500 }]);
    expect(await rowsOf("sku,price\nA,1.250\n", 3)).toEqual([{ row: 2, sku: "A", unitPriceMinor: 1250 }]);
    expect(await errorsOf("sku,price\nA,1500.50\n", 0)).toEqual([expect.stringContaining("more than 0 decimals")]);
  });

  it("says what it took for granted", async () => {
    const bytes = Buffer.from('sku,name,stock,Supplier\nA,Cr\xe8me,"1,234",x\n', "latin1");
    const file = await readProductFile(bytes, 2);
    expect(file.ok && file.value.notes).toEqual([
      expect.stringContaining("read as Windows-1252"),
      'Columns not read: "Supplier".',
      expect.stringMatching(/^stock: "1,234" can be read two ways .* a point was taken as the decimal mark/),
    ]);
  });

  it.each([
    ["nothing", Buffer.from(""), /empty/],
    ["a header alone", Buffer.from("sku,name\n"), /no product below/],
    ["other columns", Buffer.from("foo,bar\n1,2\n"), /found "foo", "bar"/],
    ["a workbook", Buffer.from("PK\u0003\u0004"), /workbook/],
    ["too many bytes", Buffer.alloc(IMPORT_FILE_BYTES_MAX + 1, "a,"), /too large/],
  ])("refuses a file of %s", async (_name, bytes, problem) => {
    expect(await readProductFile(bytes, 2)).toEqual({ ok: false, error: expect.stringMatching(problem) });
  });
});
