import { describe, expect, it } from "vitest";
import { detectDelimiter } from "./detect-delimiter.ts";

describe("detectDelimiter", () => {
  it.each([
    ["commas", "sku,name,price\nA,Soap,3.50\n", ","],
    ["semicolons although prices hold commas", "sku;name;price\nA;Soap, Bar, Green;3,50\n", ";"],
    ["tabs although names hold commas", "sku\tname\tprice\nA\tSoap, Bar, Green, Big, Old\t3,50\n", "\t"],
    ["bars", "sku|name|price\nA|Soap|3\n", "|"],
    ["semicolons below a title that holds commas", "Stock list, Accra, May 2026\n\nsku;name\nA;Soap\n", ";"],
    ["a header cell with a line break", '"Product\nCode";"Product\nName";Price\nA;Soap;1\n', ";"],
    ["one column only", "name\nSoap\n", ","],
    ["unknown headers, by the number of cells", "foo;bar;baz\n1,2;3;4\n", ";"],
    ["a first row behind which a quote stays open", 'sku;name\nA;"Soap', ";"],
  ])("finds %s", (_name, text, delimiter) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, startAt: 0 });
  });

  it.each([
    ["sep=;\r\nsku;name\r\n", ";", 7],
    ["SEP=,\nsku,name\n", ",", 6],
    ['"sep=\t"\nsku\tname\n', "\t", 8],
  ])("believes Excel's sep= line and starts behind it", (text, delimiter, startAt) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, startAt });
  });
});
