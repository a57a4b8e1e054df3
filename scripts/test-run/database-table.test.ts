import { expect, test } from "vitest";
import { databaseTable } from "./database-table.ts";

test("a row a suite, a column a database; what failed or did not run is seen", () => {
  const table = databaseTable([
    { suite: "sales", database: "sqlite", passed: 6, failed: 0 },
    { suite: "sales", database: "mysql", passed: 4, failed: 2 },
    { suite: "imports", database: "sqlite", passed: 12, failed: 0 },
  ]);
  expect(table.slice(1)).toEqual([
    "PASSED ON EACH DATABASE",
    "               sqlite       mysql",
    "  imports          12           -",
    "  sales             6      4, ✗ 2",
  ]);
});

test("without such suites there is no table", () => {
  expect(databaseTable([])).toEqual([]);
});
