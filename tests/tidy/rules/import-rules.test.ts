import { expect, test } from "vitest";
import { parseImports } from "../parse-imports.ts";
import { judgeImport } from "./import-rules.ts";

test.each([
  ["packages/client/src/duka.ts", 'import { app } from "@duka/server";', "client may not import server"],
  ["packages/server/src/app.ts", 'import type { Duka } from "@duka/client";', "server may not import client"],
  ["packages/domain/src/sale.ts", 'export * from "@duka/protocol";', "domain may not import protocol"],
  ["packages/domain/src/sale.ts", 'import { readFile } from "node:fs";', "no Node"],
  ["packages/domain/src/sale.ts", 'const fs = require("fs");', "write node:fs"],
  ["packages/domain/src/sale.ts", 'import lodash from "lodash";', "the package lodash"],
  ["packages/till/src/a.tsx", 'const server = await import("@duka/server");', "till may not import server"],
  ["packages/till/src/a.tsx", 'type App = import("@duka/server").App;', "till may not import server"],
  ["packages/till/src/a.tsx", "const m = await import(name);", "computed name"],
  ["packages/till/src/a.tsx", 'import { sale } from "../../domain/src/sale.ts";', "by path"],
  ["packages/client/src/push.ts", 'import { test } from "vitest";', "for tests"],
  ["packages/till/src/push.ts", 'export { stat } from "node:fs";', "no Node"],
  ["packages/client/src/push.test.ts", 'import { app } from "@duka/server";', "belongs in tests/"],
  ["packages/domain/src/sale.ts", 'import { x } from "@duka/domain";', "its own package by name"],
])("%s: %s is refused", (path, text, problem) => {
  expect(judge(path, text)).toContain(problem);
});

test.each([
  ["packages/client/src/duka.ts", 'import { saleTotalMinor } from "@duka/domain";'],
  ["packages/client/src/environment/node.ts", 'import { readFile } from "node:fs/promises";'],
  ["packages/client/src/push.test.ts", 'import { readFile } from "node:fs/promises";'],
  ["packages/domain/src/time/business-date.ts", 'import { Temporal } from "temporal-polyfill";'],
  ["scripts/make-corpus.ts", 'import { stock } from "../packages/server/src/catalogue/import/corpus/stock.ts";'],
  ["tests/contract/sales.test.ts", 'import { buildApp } from "@duka/server"; import { openDuka } from "@duka/client";'],
])("%s: %s is allowed", (path, text) => {
  expect(judge(path, text)).toBe("");
});

test("words that look like imports inside strings and comments are none", () => {
  expect(parseImports({ path: "a.ts", text: '// import "x"\nconst text = `import "y"; require("z")`;' })).toEqual([]);
});

test("an import of types alone is told from one that runs code", () => {
  const text = 'import { type A } from "a"; import { type B, c } from "b"; import "d"; export type { E } from "e";';
  expect(parseImports({ path: "a.ts", text }).map(({ isTypeOnly }) => isTypeOnly)).toEqual([true, false, false, true]);
});

test("a file that does not parse is an error, not a file without imports", () => {
  expect(() => parseImports({ path: "a.ts", text: "import {" })).toThrow(/does not parse/);
});

function judge(path: string, text: string): string {
  return parseImports({ path, text })
    .flatMap((entry) => judgeImport(entry)?.problem ?? [])
    .join("\n");
}
