import type { SheetLocale } from "./flat-spreadsheet.ts";

const COMMA = 44;
const SEMICOLON = 59;
const TAB = 9;
const BAR = 124;
const UTF_8 = 76;
const UTF_16 = 65_535;
const WINDOWS_1252 = 1;

/** One run of "Save as CSV" in LibreOffice Calc. */
export type CalcExport = {
  readonly file: string;
  readonly locale: SheetLocale;
  readonly separator: number;
  readonly charset: number;
  /** "Quote all text cells" of the export dialogue. */
  readonly quotesAll?: boolean;
  /** "Save cell content as shown" of the export dialogue. */
  readonly asShown?: boolean;
  /** "Save cell formulas instead of calculated values" of the export dialogue. */
  readonly formulas?: boolean;
};

export const BRITAIN = { language: "en", country: "GB", currency: "£", isSignFirst: true };
const GERMANY = { language: "de", country: "DE", currency: "€" };
const FRANCE = { language: "fr", country: "FR", currency: "€" };
const GHANA = { language: "en", country: "GH", currency: "GH₵", isSignFirst: true };

export const CALC_EXPORTS: readonly CalcExport[] = [
  { file: "libreoffice-en-gb-comma-utf8.csv", locale: BRITAIN, separator: COMMA, charset: UTF_8 },
  {
    file: "libreoffice-en-gb-comma-utf8-quote-all.csv",
    locale: BRITAIN,
    separator: COMMA,
    charset: UTF_8,
    quotesAll: true,
  },
  { file: "libreoffice-en-gb-raw-values.csv", locale: BRITAIN, separator: COMMA, charset: UTF_8, asShown: false },
  { file: "libreoffice-en-gb-formulas.csv", locale: BRITAIN, separator: COMMA, charset: UTF_8, formulas: true },
  { file: "libreoffice-en-gh-cedi.csv", locale: GHANA, separator: COMMA, charset: UTF_8 },
  { file: "libreoffice-de-semicolon-1252.csv", locale: GERMANY, separator: SEMICOLON, charset: WINDOWS_1252 },
  { file: "libreoffice-de-comma-utf8.csv", locale: GERMANY, separator: COMMA, charset: UTF_8 },
  { file: "libreoffice-fr-semicolon-utf8.csv", locale: FRANCE, separator: SEMICOLON, charset: UTF_8 },
  { file: "libreoffice-fr-tab-utf16.csv", locale: FRANCE, separator: TAB, charset: UTF_16 },
  {
    file: "libreoffice-de-ch-apostrophe.csv",
    locale: { language: "de", country: "CH", currency: "CHF", isSignFirst: true },
    separator: SEMICOLON,
    charset: UTF_8,
  },
  {
    file: "libreoffice-en-za.csv",
    locale: { language: "en", country: "ZA", currency: "R", isSignFirst: true },
    separator: SEMICOLON,
    charset: UTF_8,
  },
  {
    file: "libreoffice-pt-br-bar.csv",
    locale: { language: "pt", country: "BR", currency: "R$", isSignFirst: true },
    separator: BAR,
    charset: UTF_8,
  },
  {
    file: "libreoffice-sw-ke.csv",
    locale: { language: "sw", country: "KE", currency: "Ksh", isSignFirst: true },
    separator: COMMA,
    charset: UTF_8,
  },
  {
    file: "libreoffice-pl.csv",
    locale: { language: "pl", country: "PL", currency: "zł" },
    separator: SEMICOLON,
    charset: UTF_8,
  },
  {
    file: "libreoffice-en-in-lakh.csv",
    locale: { language: "en", country: "IN", currency: "₹", isSignFirst: true },
    separator: COMMA,
    charset: UTF_8,
  },
];
