import { expect, test } from "vitest";
import { LANGUAGES, languageOf } from "./alert-language.ts";
import { alertMessage, lowStockMail, type LowStockLine, type LowStockReport } from "./low-stock-mail.ts";

const soap: LowStockLine = {
  name: "Soap",
  sku: "SOAP-1",
  unit: "pc",
  stockThousandths: 2_500,
  reorderLevelThousandths: 1_234_000,
  severity: "critical",
};
const report: LowStockReport = {
  language: "en",
  shopName: "Mama Mboga",
  timeZone: "Africa/Nairobi",
  asOfMs: Date.UTC(2026, 0, 31, 22, 30),
  lines: [soap],
  moreCount: 0,
};

test("a mail about one product names it in the subject and says how much is left, at the shop's time", () => {
  const { subject, text } = lowStockMail(report);
  expect(subject).toBe("Low stock: Soap (Mama Mboga)");
  expect(text).toContain("- Soap: 2.5 pc left, reorder level 1,234 pc [SOAP-1] (almost gone)");
  expect(text).toMatch(/as of Feb 1, 2026, 1:30.AM:/);
});

test("a mail about many counts those it does not list", () => {
  const { subject, text } = lowStockMail({ ...report, lines: [soap, { ...soap, name: "Rice" }], moreCount: 40 });
  expect(subject).toBe("Low stock: 42 products (Mama Mboga)");
  expect(text).toContain("… and 40 more.");
});

test.each([
  ["fr", "Stock bas : Soap (Mama Mboga)", /il reste 2,5 pc, seuil de commande 1\s234 pc/],
  ["sw", "Bidhaa inaisha: Soap (Mama Mboga)", /zimebaki 2\.5 pc/],
  ["ar", "مخزون منخفض: Soap (Mama Mboga)", /المتبقي 2\.5 pc/],
] as const)("it is written in %s with that language's numbers", (language, expectedSubject, line) => {
  const { subject, text } = lowStockMail({ ...report, language });
  expect(subject).toBe(expectedSubject);
  expect(text).toMatch(line);
});

test("a name cannot add lines or turn the text around", () => {
  const { subject, text } = lowStockMail({
    ...report,
    lines: [{ ...soap, name: "Soap\r\nBcc: all@example.com\u202E" }],
  });
  expect(subject).toBe("Low stock: Soap Bcc: all@example.com (Mama Mboga)");
  expect(text.split("\n").filter((line) => line.startsWith("Bcc"))).toEqual([]);
});

test("every language has its own sentence for the app", () => {
  expect(new Set(LANGUAGES.map((language) => alertMessage(soap, language))).size).toBe(LANGUAGES.length);
});

test("a shop without a language, or with one we do not know, is told in English", () => {
  expect(languageOf(null)).toBe("en");
  expect(languageOf("tlh")).toBe("en");
  expect(languageOf("sw")).toBe("sw");
});
