import { expect, test } from "vitest";
import { parseImports } from "../parse-imports.ts";
import { judgeServerImports } from "./feature-rules.ts";

const SRC = "packages/server/src";

test("the way down is free: routes, verb-noun file, queries, database", () => {
  expect(
    judge({
      "sales/sales.routes.ts": 'import "./record-sales.ts"; import type { Trx } from "../database/schema.ts";',
      "sales/record-sales.ts": 'import "./sales.queries.ts"; import "../database/run.ts"; import "./line.ts";',
      "sales/sales.queries.ts": 'import "../database/run.ts"; import "./line.ts";',
      "app.ts": 'import "./sales/sales.routes.ts"; import "./sales/sales.queries.ts";',
    }),
  ).toEqual([]);
});

test.each([
  [
    "routes that skip the verb-noun file",
    { "sales/sales.routes.ts": 'import "./sales.queries.ts";' },
    "routes may not import queries",
  ],
  [
    "routes that open a transaction",
    { "sales/sales.routes.ts": 'import { inShopRead } from "../database/shop-transaction.ts";' },
    "let a verb-noun file do it",
  ],
  [
    "a verb-noun file that knows its routes",
    { "sales/record-sales.ts": 'import "./sales.routes.ts"; import "./a.queries.ts";' },
    "action may not import routes",
  ],
  [
    "queries that call a verb-noun file",
    { "sales/sales.queries.ts": 'import "./record-sales.ts";', "sales/record-sales.ts": 'import "./b.queries.ts";' },
    "queries may not import action",
  ],
  [
    "another feature's queries",
    { "alerts/raise-alert.ts": 'import "../sales/sales.queries.ts";' },
    "go through one of its verb-noun files",
  ],
  [
    "another feature's routes",
    { "alerts/raise-alert.ts": 'import type { A } from "../sales/sales.routes.ts";' },
    "go through one of its verb-noun files",
  ],
  [
    "a foundation that knows a feature",
    { "database/run.ts": 'import "../sales/record-sales.ts";' },
    "may not import sales/",
  ],
  ["product code that uses test code", { "sales/record-sales.ts": 'import "../testing/insert-shop.ts";' }, "for tests"],
])("%s is refused", (_, files, problem) => {
  expect(judge(files).join()).toContain(problem);
});

function judge(files: Readonly<Record<string, string>>): string[] {
  const imports = Object.entries(files).flatMap(([path, text]) => parseImports({ path: `${SRC}/${path}`, text }));
  return judgeServerImports(imports).map(({ problem }) => problem);
}
