import { expect, test } from "vitest";
import { ToldSales } from "./told-sales.ts";

test("a sale shown again after a crash counts once", () => {
  const told = new ToldSales();
  told.tell({ invoiceNumber: "1", externalId: "a", totalMinor: 5 });
  told.tell({ invoiceNumber: "1", externalId: "a", totalMinor: 5 });
  expect([told.count, told.has("1"), told.externalIdOf("1"), told.rungTwice]).toEqual([1, true, "a", []]);
});

test("an invoice shown as two sales is found out", () => {
  const told = new ToldSales();
  told.tell({ invoiceNumber: "1", externalId: "a", totalMinor: 5 });
  told.tell({ invoiceNumber: "1", externalId: "b", totalMinor: 5 });
  expect([told.count, told.rungTwice]).toEqual([2, ["1"]]);
});
