import { expect, test } from "vitest";
import { parseImports } from "./parse-imports.ts";
import { judgeServerImports } from "./rules/feature-rules.ts";
import { judgeImport } from "./rules/import-rules.ts";
import { readCode } from "./source-tree.ts";
import { listViolations } from "./violation.ts";
import { browserEntries } from "./who-may-import-whom.ts";

const allImports = readCode().flatMap(parseImports);

test("every import in the repository is allowed by the table in who-may-import-whom.ts", () => {
  expect(allImports.length).toBeGreaterThan(100);
  expect(listViolations(allImports.flatMap((entry) => judgeImport(entry) ?? []))).toEqual([]);
});

test("in the server, routes use verb-noun files, those use queries, never back", () => {
  expect(listViolations(judgeServerImports(allImports))).toEqual([]);
});

test("the protocol's index reaches TypeBox by no value import, for the till bundles it", () => {
  expect(packagesReachedFrom("packages/protocol/src/index.ts")).not.toContain("typebox");
  expect(packagesReachedFrom("packages/protocol/src/schemas/index.ts")).toContain("typebox");
});

test.each(browserEntries)("a browser that loads %s meets no module of Node", (entry) => {
  expect(allImports.map(({ from }) => from)).toContain(entry);
  expect([...packagesReachedFrom(entry)].filter((name) => name.startsWith("node:"))).toEqual([]);
});

function packagesReachedFrom(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { target, specifier } of allImports.filter(({ from, isTypeOnly }) => from === path && !isTypeOnly)) {
      if (target === undefined) packages.add(specifier);
      else waiting.push(target);
    }
  }
  return packages;
}
