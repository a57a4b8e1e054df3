import { readdirSync, readFileSync } from "node:fs";
import { formatMoney, formatQuantity } from "@duka/domain";
import { describe, expect, it } from "vitest";
import { CORPUS } from "./corpus/corpus-manifest.ts";
import { STOCK_LIST } from "./corpus/stock-list.ts";
import type { ProductRow } from "./product-row.ts";
import { type ProductFile, readProductFile } from "./read-product-file.ts";
import { describeRowError } from "./row-error.ts";

const FOLDER = new URL("corpus/", import.meta.url);

async function read(file: string): Promise<ProductFile> {
  const result = await readProductFile(readFileSync(new URL(file, FOLDER)), 2);
  if (!result.ok) throw new Error(`${file}: ${result.error}`);
  return result.value;
}

const quantityOf = (thousandths: number | undefined): number | undefined =>
  thousandths === undefined ? undefined : Number(formatQuantity(thousandths));

/** A row in the terms of the stock list. */
const itemOf = (row: ProductRow) => ({
  sku: row.sku ?? "",
  barcode: row.barcode ?? "",
  name: row.name ?? "",
  price: Number(formatMoney(row.unitPriceMinor ?? -1, 2)),
  stock: quantityOf(row.stockThousandths),
  reorderLevel: quantityOf(row.reorderLevelThousandths),
  isVolatile: row.isVolatile ?? false,
});

const withoutMarks = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss");

const stockList = (withoutAccents: boolean) =>
  STOCK_LIST.filter((item) => item !== undefined).map((item) => ({
    sku: item.sku,
    barcode: item.barcode,
    name: (withoutAccents ? withoutMarks(item.name) : item.name).replaceAll("\n", " "),
    price: item.price,
    stock: item.stock,
    reorderLevel: item.reorderLevel,
    isVolatile: item.isVolatile,
  }));

const figuresOf = (rows: readonly ProductRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [row.sku ?? row.name ?? "", `${row.unitPriceMinor ?? ""}/${row.stockThousandths ?? ""}`]),
  );

describe("the CSV corpus", () => {
  const lists = CORPUS.flatMap(({ expected, ...entry }) =>
    "stockListRows" in expected ? [{ ...entry, expected }] : [],
  );
  const others = CORPUS.flatMap(({ expected, ...entry }) => ("figures" in expected ? [{ ...entry, expected }] : []));

  it.each(lists)("reads the stock list from $file: $producer", async ({ file, expected }) => {
    const { rows } = await read(file);
    expect(rows.map(itemOf)).toEqual(stockList(expected.withoutAccents ?? false));
    expect(rows.map(({ row }) => row)).toEqual(expected.stockListRows);
  });

  it.each(others)("reads what can be read from $file: $producer", async ({ file, expected }) => {
    const { rows } = await read(file);
    expect(figuresOf(rows)).toEqual(expected.figures);
  });

  it.each(CORPUS)("says what is wrong with $file", async ({ file, errors = [], notes = [] }) => {
    const found = await read(file);
    expect(found.rowErrors.map(describeRowError)).toEqual(errors.map((error) => expect.stringMatching(error)));
    expect(found.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
  });

  it("has an entry in the manifest for every file, and a file for every entry", () => {
    const files = readdirSync(FOLDER).filter((name) => /\.(?:csv|tsv|txt)$/u.test(name));
    expect(files.toSorted()).toEqual(CORPUS.map(({ file }) => file).toSorted());
  });

  it("is really produced for the larger part", () => {
    expect(CORPUS.filter(({ isReallyProduced }) => isReallyProduced).length).toBeGreaterThan(CORPUS.length / 2);
  });
});
