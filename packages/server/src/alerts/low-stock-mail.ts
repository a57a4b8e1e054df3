import { type AlertSeverity, decimalNumber, QUANTITY_SCALE } from "@duka/domain";
import type { Language } from "./alert-language.ts";
import { ALERT_TEXTS, type AlertTexts, type LowStockWords } from "./alert-texts.ts";

/** What one mail tells, as it was when it was planned: every try says the same. */
export type LowStockReport = {
  readonly language: Language;
  readonly shopName: string;
  readonly timeZone: string;
  readonly asOfMs: number;
  readonly lines: readonly LowStockLine[];
  /** Products that are low too and not in `lines`. */
  readonly moreCount: number;
};

export type LowStockLine = {
  readonly name: string;
  readonly sku: string | null;
  readonly unit: string;
  readonly stockThousandths: number;
  readonly reorderLevelThousandths: number;
  readonly severity: AlertSeverity;
};

/** Subject and plain text of a low-stock mail, in the shop's language and time. */
export function lowStockMail(report: LowStockReport): { readonly subject: string; readonly text: string } {
  const texts = ALERT_TEXTS[report.language];
  const shop = printable(report.shopName);
  const lines = report.lines.map((line) => mailLine(line, report.language, texts));
  const more = report.moreCount > 0 ? [texts.more(numberText(report.moreCount, report.language))] : [];
  const intro = texts.intro(shop, timeText(report));
  return {
    subject: subjectOf(report, shop, texts),
    text: [intro, "", ...lines, ...more, "", texts.footer, ""].join("\n"),
  };
}

/** The sentence about one alert, as in the app. */
export function alertMessage(line: LowStockLine, language: Language): string {
  return ALERT_TEXTS[language].message(wordsOf(line, language));
}

function subjectOf({ lines, moreCount, language }: LowStockReport, shop: string, texts: AlertTexts): string {
  const count = lines.length + moreCount;
  const [only] = lines;
  if (only !== undefined && count === 1) return texts.subjectOfOne(printable(only.name), shop);
  return texts.subjectOfMany(numberText(count, language), shop);
}

function mailLine(line: LowStockLine, language: Language, texts: AlertTexts): string {
  const sku = line.sku === null ? "" : ` [${printable(line.sku)}]`;
  return `- ${texts.message(wordsOf(line, language))}${sku} (${texts.severity[line.severity]})`;
}

function wordsOf(line: LowStockLine, language: Language): LowStockWords {
  const quantity = (thousandths: number) =>
    `${numberText(decimalNumber(thousandths, QUANTITY_SCALE), language)} ${printable(line.unit)}`.trim();
  return {
    name: printable(line.name),
    stock: quantity(line.stockThousandths),
    reorderLevel: quantity(line.reorderLevelThousandths),
    severity: line.severity,
  };
}

// Latin digits everywhere: shelf labels and receipts have them too.
function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { maximumFractionDigits: 3 }).format(value);
}

function timeText({ asOfMs, timeZone, language }: LowStockReport): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, format).format(asOfMs);
}

/** A shop's own words on one line: no line breaks, no control or direction characters that could reorder the rest. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
}
