import { expect, test } from "vitest";
import { findAdrProblems, findChangelogProblems } from "./rules/record-rules.ts";
import { readFiles, readSourceFile } from "./source-tree.ts";

test("every architecture decision has its number, its five parts, and one page", () => {
  const records = readFiles((path) => path.startsWith("docs/adr/") && path.endsWith(".md"));
  expect(records.length).toBeGreaterThan(5);
  expect(findAdrProblems(records)).toEqual([]);
});

test("the changelog has the form of Keep a Changelog", () => {
  expect(findChangelogProblems(readSourceFile("CHANGELOG.md").text)).toEqual([]);
});
