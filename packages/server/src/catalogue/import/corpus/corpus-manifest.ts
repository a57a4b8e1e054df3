/** One file of the corpus: who writes such files, whether that program really wrote this one, what reading it must give. */
export type CorpusFile = {
  readonly file: string;
  readonly producer: string;
  /** False: written by hand as the producer documents or is known to write. */
  readonly isReallyProduced: boolean;
  readonly expected: ExpectedStockList | ExpectedFigures;
  readonly errors?: readonly RegExp[];
  readonly notes?: readonly RegExp[];
};

/** The file holds the list of stock-list.ts; the row number of each item. */
export type ExpectedStockList = { readonly stockListRows: readonly number[]; readonly withoutAccents?: boolean };

/** Minor units and thousandths of each row, as `price/stock` by SKU, or by name where there is no SKU. */
export type ExpectedFigures = { readonly figures: Readonly<Record<string, string>> };

const WITH_EMPTY_ROW = { stockListRows: [2, 3, 4, 6, 7] };
const WITHOUT_EMPTY_ROW = { stockListRows: [2, 3, 4, 5, 6] };
const BELOW_A_TITLE = { stockListRows: [3, 4, 5, 7, 8] };
const SUPPLIER_IGNORED = /^Columns not read: "Supplier"\.$/;
const READ_AS_1252 = /read as Windows-1252/;

function real(producer: string, file: string, changes: Partial<CorpusFile> = {}): CorpusFile {
  return { file, producer, isReallyProduced: true, expected: WITH_EMPTY_ROW, notes: [SUPPLIER_IGNORED], ...changes };
}

function styled(producer: string, file: string, changes: Partial<CorpusFile> = {}): CorpusFile {
  return { ...real(producer, file, changes), isReallyProduced: false };
}

const CALC = "LibreOffice Calc 7.4.7";
const IN_1252 = { notes: [READ_AS_1252, SUPPLIER_IGNORED] };

// The real ones are made by scripts/csv-corpus/produce-csv-corpus.ts.
const REALLY_PRODUCED: readonly CorpusFile[] = [
  real(`${CALC}, English (UK), UTF-8, commas`, "libreoffice-en-gb-comma-utf8.csv"),
  real(`${CALC}, all texts quoted`, "libreoffice-en-gb-comma-utf8-quote-all.csv"),
  real(`${CALC}, values not as shown`, "libreoffice-en-gb-raw-values.csv"),
  real(`${CALC}, formulas instead of values`, "libreoffice-en-gb-formulas.csv", {
    expected: {
      figures: { "PARA-500": "350/1200000", "00123": "1200/12500", "JUICE-1L": "123450/12345000", BREAD: "75/" },
    },
    errors: [/^Row 7: Unit Price "=3\.5\*2" is a formula, not a number\. Save the sheet again with values/],
  }),
  real(`${CALC}, English (Ghana), GH₵`, "libreoffice-en-gh-cedi.csv"),
  real(`${CALC}, German, Windows-1252, semicolons`, "libreoffice-de-semicolon-1252.csv", IN_1252),
  real(`${CALC}, German, UTF-8, commas`, "libreoffice-de-comma-utf8.csv"),
  real(`${CALC}, French, UTF-8, semicolons`, "libreoffice-fr-semicolon-utf8.csv"),
  real(`${CALC}, French, UTF-16, tabs`, "libreoffice-fr-tab-utf16.csv"),
  real(`${CALC}, German (Switzerland)`, "libreoffice-de-ch-apostrophe.csv"),
  real(`${CALC}, English (South Africa)`, "libreoffice-en-za.csv"),
  real(`${CALC}, Portuguese (Brazil), vertical bars`, "libreoffice-pt-br-bar.csv"),
  real(`${CALC}, Swahili (Kenya)`, "libreoffice-sw-ke.csv"),
  real(`${CALC}, Polish`, "libreoffice-pl.csv"),
  real(`${CALC}, English (India)`, "libreoffice-en-in-lakh.csv"),
  real("Gnumeric 1.12 ssconvert, default CSV", "gnumeric-default.csv"),
  real("Gnumeric 1.12 ssconvert, semicolons, as shown", "gnumeric-semicolon-as-shown.csv"),
  real("Python 3 csv, excel dialect", "python-csv-excel.csv", { expected: WITHOUT_EMPTY_ROW }),
  real("Python 3 csv, excel-tab dialect, UTF-16", "python-csv-excel-tab-utf16.csv", { expected: WITHOUT_EMPTY_ROW }),
  real("Python 3 csv, unix dialect, UTF-8 with mark", "python-csv-unix.csv", { expected: WITHOUT_EMPTY_ROW }),
  real("SQLite 3 command line, .mode csv", "sqlite-cli.csv", { expected: WITHOUT_EMPTY_ROW }),
];

const IN_THE_STYLE_OF: readonly CorpusFile[] = [
  styled("Excel, English (US), CSV UTF-8, accounting format", "excel-en-us-utf8-accounting.csv"),
  styled("Excel, English (UK), CSV", "excel-en-gb-ansi.csv", IN_1252),
  styled("Excel, German, CSV", "excel-de-ansi.csv", IN_1252),
  styled("Excel, French, CSV", "excel-fr-ansi.csv", IN_1252),
  styled("Excel, French, Unicode text", "excel-fr-unicode-text.txt"),
  styled("Excel, German (Switzerland), CSV", "excel-de-ch-ansi.csv", IN_1252),
  styled("Excel, Portuguese (Brazil), CSV UTF-8, accounting format", "excel-pt-br-utf8.csv"),
  styled("Excel, English (South Africa), CSV", "excel-en-za-ansi.csv", IN_1252),
  styled("a web shop's export for Excel, with its sep= line", "excel-sep-line.csv"),
  styled("Excel 2011 for Mac, CSV (line ends CR)", "excel-mac-cr.csv", {
    expected: { ...WITH_EMPTY_ROW, withoutAccents: true },
  }),
  styled("Google Sheets, Ghana, CSV", "google-sheets-gh.csv"),
  styled("Google Sheets, Germany, CSV", "google-sheets-de.csv"),
  styled("Google Sheets, Ghana, TSV (no quoting)", "google-sheets-gh.tsv"),
  styled("Apple Numbers, German, with the table's name", "apple-numbers-de.csv", { expected: BELOW_A_TITLE }),
  styled("Excel, English (India), CSV UTF-8, lakhs", "excel-en-in-lakh.csv", {
    expected: { figures: { "T-1": "12345600/100000000", "T-2": "9950/1234000" } },
    notes: [],
  }),
  styled("Excel, damaged cells", "excel-damaged-cells.csv", {
    expected: { figures: { "A-7": "0/10000" } },
    errors: [
      /^Row 2: Barcode "6\.00123E\+12" was shortened by the spreadsheet\. Format the column as Text/,
      /^Row 3: Name "#N\/A" is an error of the spreadsheet/,
      /^Row 4: Price "#REF!" is an error of the spreadsheet/,
      /^Row 5: Price "########" is an error of the spreadsheet\. .* widen the column/,
      /^Row 6: Price "1\.5E\+05" was shortened by the spreadsheet\. Format the column as Number/,
      /^Row 7: Stock "12-May" is not a number\. Write a figure such as 12 or 0\.5\.$/,
    ],
    notes: [],
  }),
  styled("a text editor, untidy", "text-editor-untidy.csv", {
    expected: { figures: { "A-1": "350/10000", "A-2": "120000/", "Loose beans": "200/", "A-4": "400/5000" } },
    errors: [
      /^Row 7: Price \(GHS\) "free" is not a number\. Write a figure such as 12\.50\.$/,
      /^Row 10: NAME \(empty\) does not say which product the row is about\. Write a name or a SKU/,
    ],
    notes: [],
  }),
  styled("a text editor, nothing but ambiguous figures", "text-editor-ambiguous.csv", {
    expected: { figures: { A: "123400/5000", B: "250000/7000" } },
    notes: [/^price: "1,234" can be read two ways and nothing in the file decides; a point was taken/],
  }),
  styled("a text editor, both decimal marks", "text-editor-mixed-marks.csv", {
    expected: { figures: { B: "350/", C: "425/" } },
    errors: [
      /^Row 2: price "1,234" can mean 1234 or 1\.234, and the column writes numbers both ways\. Write it without/,
    ],
    notes: [],
  }),
  styled("an older till's export, each product twice", "pos-export-duplicates.csv", {
    expected: { figures: { "1001": "350/10000", "1002": "900/4000" } },
    errors: [
      /^Row 4: Item Code "1001" is in row 2 too\. Keep one row for each product/,
      /^Row 5: Item Code "1002" is in row 3 too/,
    ],
    notes: [],
  }),
];

export const CORPUS: readonly CorpusFile[] = [...REALLY_PRODUCED, ...IN_THE_STYLE_OF];
