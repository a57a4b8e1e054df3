// Makes those files of the CSV corpus that come from a program which runs here: LibreOffice, Gnumeric, Python, SQLite.
//   apt-get install -y --no-install-recommends libreoffice-calc gnumeric sqlite3 python3
//   node scripts/csv-corpus/produce-csv-corpus.ts
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BRITAIN, CALC_EXPORTS, type CalcExport } from "./calc-exports.ts";
import { flatSpreadsheet } from "./flat-spreadsheet.ts";
import { STOCK_LIST, TITLES } from "../../packages/server/src/catalogue/import/corpus/stock-list.ts";

const CORPUS = fileURLToPath(new URL("../../packages/server/src/catalogue/import/corpus/", import.meta.url));
const RUN_MS_MAX = 120_000;

function run(command: string, args: readonly string[], input?: string): void {
  const { status, stderr, error } = spawnSync(command, args, { timeout: RUN_MS_MAX, encoding: "utf8", input });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? stderr}`);
}

function saveWithCalc(folder: string, job: CalcExport): void {
  const source = join(folder, "stock.fods");
  writeFileSync(source, flatSpreadsheet(job.locale));
  // Tokens of LibreOffice's CSV filter: separator, quote, character set, first line, columns, language, quote all text,
  // numbers as numbers, content as shown, formulas.
  const { quotesAll = false, asShown = true, formulas = false } = job;
  const options = [job.separator, 34, job.charset, 1, "", 0, quotesAll, true, asShown, formulas];
  const filter = `csv:Text - txt - csv (StarCalc):${options.join(",")}`;
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  run("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", join(folder, "out"), source]);
  copyFileSync(join(folder, "out", "stock.csv"), join(CORPUS, job.file));
}

function saveWithGnumeric(folder: string): void {
  const source = join(folder, "stock.fods");
  const workbook = join(folder, "stock.xlsx");
  writeFileSync(source, flatSpreadsheet(BRITAIN));
  run("soffice", [
    `-env:UserInstallation=file://${join(folder, "profile")}`,
    "--headless",
    "--convert-to",
    "xlsx",
    "--outdir",
    folder,
    source,
  ]);
  run("ssconvert", [workbook, join(CORPUS, "gnumeric-default.csv")]);
  const options = "separator=; format=preserve quoting-mode=always eol=windows";
  run("ssconvert", [
    "--export-type=Gnumeric_stf:stf_assistant",
    "-O",
    options,
    workbook,
    join(CORPUS, "gnumeric-semicolon-as-shown.csv"),
  ]);
}

function rowsAsTexts(): readonly (readonly string[])[] {
  return STOCK_LIST.flatMap((item) =>
    item === undefined
      ? []
      : [
          [
            item.sku,
            item.barcode,
            item.name,
            String(item.price),
            String(item.stock ?? ""),
            String(item.reorderLevel ?? ""),
            item.isVolatile ? "True" : "False",
            "Ernest Chemists",
          ],
        ],
  );
}

function saveWithPython(): void {
  const script = `import csv, json, sys
rows = json.load(sys.stdin)
with open(sys.argv[1] + "python-csv-excel.csv", "w", newline="", encoding="utf-8") as f: csv.writer(f).writerows(rows)
with open(sys.argv[1] + "python-csv-excel-tab-utf16.csv", "w", newline="", encoding="utf-16") as f: csv.writer(f, "excel-tab").writerows(rows)
with open(sys.argv[1] + "python-csv-unix.csv", "w", newline="", encoding="utf-8-sig") as f: csv.writer(f, "unix").writerows(rows)
`;
  run("python3", ["-c", script, CORPUS], JSON.stringify([TITLES, ...rowsAsTexts()]));
}

function sqlLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function saveWithSqlite(): void {
  const columns = TITLES.map((title) => `"${title}"`).join(", ");
  const values = rowsAsTexts().map((row) => `(${row.map(sqlLiteral).join(", ")})`);
  const script = [
    `create table stock (${columns});`,
    `insert into stock values ${values.join(", ")};`,
    ".headers on",
    ".mode csv",
    `.output ${join(CORPUS, "sqlite-cli.csv")}`,
    "select * from stock;",
  ];
  run("sqlite3", [":memory:"], script.join("\n"));
}

const folder = mkdtempSync(join(tmpdir(), "duka-csv-corpus-"));
try {
  for (const job of CALC_EXPORTS) saveWithCalc(folder, job);
  saveWithGnumeric(folder);
  saveWithPython();
  saveWithSqlite();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
