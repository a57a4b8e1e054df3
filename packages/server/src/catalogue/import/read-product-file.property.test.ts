import { currencyExponent, formatDecimal } from "@duka/domain";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProductFile } from "./read-product-file.ts";

// Every decimal mark, kind of grouping and script of digits that spreadsheets write in.
const LOCALES =
  "en-GH en-GB en-US sw-KE sw-TZ am-ET ha-NG zu-ZA en-ZA fr-FR fr-CI fr-SN fr-CH de-DE de-CH de-AT it-IT es-ES es-MX " +
  "pt-BR pt-MZ nl-NL da-DK sv-SE nb-NO fi-FI pl-PL cs-CZ hu-HU ru-RU uk-UA tr-TR el-GR he-IL ar-EG ar-AE fa-IR hi-IN " +
  "en-IN bn-BD mr-IN ta-LK th-TH my-MM km-KH vi-VN id-ID ja-JP zh-CN ko-KR";
const locales = LOCALES.split(" ");
const CURRENCIES = ["GHS", "KES", "USD", "EUR", "GBP", "XOF", "JPY", "INR", "KWD"];

const quoted = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);

const csvOf = (rows: readonly (readonly string[])[], delimiter: string): Uint8Array =>
  Buffer.from(rows.map((row) => quoted(row, delimiter)).join("\r\n"));

describe("readProductFile", () => {
  it("reads back what a spreadsheet of any locale shows, in any currency and grouping", async () => {
    const format = fc.record({
      locale: fc.constantFrom(...locales),
      currency: fc.constantFrom(...CURRENCIES),
      currencyDisplay: fc.constantFrom("symbol", "narrowSymbol", "code"),
      useGrouping: fc.boolean(),
      delimiter: fc.constantFrom(",", ";", "\t"),
    });
    const figures = fc.array(
      fc.record({ minor: fc.nat(10 ** 9), thousandths: fc.integer({ min: -(10 ** 8), max: 10 ** 8 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(format, figures, async ({ locale, currency, delimiter, ...style }, products) => {
        const exponent = currencyExponent(currency) ?? 0;
        const price = new Intl.NumberFormat(locale, { style: "currency", currency, ...style });
        const stock = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, useGrouping: style.useGrouping });
        const rows = products.map(({ minor, thousandths }, index) => [
          `P${index}`,
          // Intl takes a decimal text exactly, and so shows it exactly.
          price.format(formatDecimal(minor, exponent) as `${number}`),
          stock.format(formatDecimal(thousandths, 3) as `${number}`),
        ]);
        // 0.5 is the row that tells what the marks mean, as some row of a real sheet does.
        const telling = ["telling", price.format(0.5), stock.format(0.5)];
        const file = csvOf([["sku", "price", "stock"], telling, ...rows], delimiter);
        const read = await readProductFile(file, exponent);
        expect(read).toMatchObject({ ok: true, value: { rowErrors: [] } });
        const [, ...values] = read.ok ? read.value.rows : [];
        expect(values.map(({ unitPriceMinor, stockThousandths }) => [unitPriceMinor, stockThousandths])).toEqual(
          products.map(({ minor, thousandths }) => [minor, thousandths]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every text as typed, whatever characters it has", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((name) => /^[^\s'#-][^\s]*$/u.test(name));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(",", ";", "\t", "|"),
        async (names, delimiter) => {
          const rows = names.map((name, index) => [`P${index}`, `a ${name} z`]);
          const read = await readProductFile(csvOf([["sku", "name"], ...rows], delimiter), 2);
          expect(read.ok && read.value.rows.map(({ name }) => name)).toEqual(rows.map(([, name]) => name));
        },
      ),
    );
  });

  it("answers for any bytes at all, and never throws", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom(...Array.from('sku,name;"\n\r\t=1.,€\0')) })
        .map((text) => Buffer.from(`sku,name,price\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        const read = await readProductFile(file, 2);
        expect(read.ok || read.error.length > 10).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
