import { describe, expect, it } from "vitest";
import { readNumberText } from "./number-text.ts";

const valueOf = (cell: string): string | undefined => {
  const read = readNumberText(cell);
  if (!read.ok || read.value === undefined) return undefined;
  return (read.value.isNegative ? "-" : "") + read.value.figure.digits;
};

describe("readNumberText", () => {
  it.each([
    ["12", "12"],
    [" 12.50 ", "12.50"],
    ["3,50", "3.50"],
    ["1,234.50", "1234.50"],
    ["1.234,50", "1234.50"],
    ["1 234,50", "1234.50"],
    ["1\u202F234,50", "1234.50"],
    ["1'234.50", "1234.50"],
    ["1’234’567.50", "1234567.50"],
    ["12,34,567.50", "1234567.50"],
    ["1,234,567", "1234567"],
    ["0,500", "0.500"],
    [".5", ".5"],
    ["5.", "5"],
    ["-5", "-5"],
    ["−5", "-5"],
    ["(5.00)", "-5.00"],
    ["5.00-", "-5.00"],
    ['="0012"', "0012"],
    ["١٬٢٣٤٫٥", "1234.5"],
    ["１２．５０", "12.50"],
  ])("reads %s as %s", (cell, value) => {
    expect(valueOf(cell)).toBe(value);
  });

  it.each([
    ["₵5.00", "5.00"],
    ["GH₵ 5.00", "5.00"],
    ["GH¢5.00", "5.00"],
    ["¢5.00", "5.00"],
    ["GHC5", "5"],
    ["5.00 GHS", "5.00"],
    ["$1,234.50", "1234.50"],
    ["-$5.00", "-5.00"],
    ["$-5.00", "-5.00"],
    ["($5.00)", "-5.00"],
    ["$.50", ".50"],
    ["US$ 5", "5"],
    ["€2,50", "2.50"],
    ["2,50 €", "2.50"],
    ["£3.00 GBP", "3.00"],
    ["USD 3.00", "3.00"],
    ["Rs.500", "500"],
    ["KSh 1,500.00", "1500.00"],
    ["1,500.00/=", "1500.00"],
    ["500/-", "500"],
    ["5,- €", "5"],
    ["Fr. 5.00", "5.00"],
    ["2 500,00 F CFA", "2500.00"],
    ["R50", "50"],
    ["K50", "50"],
    ["-K 50", "-50"],
    ["UK£5", "5"],
    [" $ -   ", "0"],
  ])("looks through the currency of %s", (cell, value) => {
    expect(valueOf(cell)).toBe(value);
  });

  it.each(["", "  ", "-", "–", "n/a", "N/A", "NULL", "None"])("takes %j as nothing", (cell) => {
    expect(readNumberText(cell)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["abc", "not_a_number"],
    ["12 pcs", "not_a_number"],
    ["5k", "not_a_number"],
    ["50¢", "not_a_number"],
    ["50p", "not_a_number"],
    ["10%", "not_a_number"],
    ["1/2", "not_a_number"],
    ["01/03/2024", "not_a_number"],
    ["12-05-2024", "not_a_number"],
    ["1,23.4", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["12 34", "not_a_number"],
    ["--5", "not_a_number"],
    ["-(5)", "not_a_number"],
    ["5²", "not_a_number"],
    ["1½", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["0x10", "not_a_number"],
    ["1".repeat(65), "not_a_number"],
    ["=B2*1.2", "formula"],
    ["#REF!", "spreadsheet_error"],
    ["#N/A", "spreadsheet_error"],
    ["Err:502", "spreadsheet_error"],
    ["###", "spreadsheet_error"],
    ["1.5E+05", "scientific"],
    ["6,00123E+12", "scientific"],
  ])("does not read %s: %s", (cell, problem) => {
    expect(readNumberText(cell)).toEqual({ ok: false, error: problem });
  });
});
