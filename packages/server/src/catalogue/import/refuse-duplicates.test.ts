import { expect, it } from "vitest";
import type { ProductRow } from "./product-row.ts";
import { refuseDuplicates } from "./refuse-duplicates.ts";
import { describeRowError } from "./row-error.ts";

const distinct = (...rows: Omit<ProductRow, "row">[]) => {
  const { rows: kept, errors } = refuseDuplicates(
    rows.map((row, index) => ({ row: index + 2, ...row })),
    new Map([["sku", { index: 0, title: "Item code" }]]),
  );
  return { kept: kept.map(({ row }) => row), errors: errors.map(describeRowError) };
};

it("takes the first row of a SKU, whatever its case and the space around it, and names it in the error of the next", () => {
  expect(distinct({ sku: "A-1" }, { sku: "B" }, { sku: " a-1" })).toEqual({
    kept: [2, 3],
    errors: ['Row 4: Item code " a-1" is in row 2 too. Keep one row for each product; row 2 was taken.'],
  });
});

it("takes the first row of a barcode", () => {
  expect(distinct({ sku: "A", barcode: "1" }, { sku: "B", barcode: "1" }, { barcode: "1" })).toEqual({
    kept: [2],
    errors: [expect.stringMatching(/^Row 3: barcode "1" is in row 2/), expect.stringMatching(/^Row 4: barcode "1"/)],
  });
});

it("does not let a refused row take a code from a later one", () => {
  expect(distinct({ sku: "A" }, { sku: "A", barcode: "1" }, { sku: "B", barcode: "1" }).kept).toEqual([2, 4]);
});

it("lets products with codes share a name, but not with a row that has nothing but the name", () => {
  expect(distinct({ sku: "A", name: "Soap" }, { sku: "B", name: "Soap" }, { name: "Oil" }).kept).toEqual([2, 3, 4]);
  expect(distinct({ name: "Soap" }, { sku: "B", name: "Soap" })).toEqual({
    kept: [3],
    errors: ['Row 2: name "Soap" is in row 3 too. Give each of the two a SKU, or delete one.'],
  });
  expect(distinct({ name: "Soap" }, { name: "Soap" }).kept).toEqual([]);
});
