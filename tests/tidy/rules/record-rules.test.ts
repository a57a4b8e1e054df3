import { expect, test } from "vitest";
import { findAdrProblems, findChangelogProblems } from "./record-rules.ts";

const GOOD = "# 1. Title\n\n## Status\n\n## Context\n\n## Decision\n\n## Rejected\n\n## Consequences\n";

test("a well-formed decision record passes", () => {
  expect(findAdrProblems([{ path: "docs/adr/0001-title.md", text: GOOD }])).toEqual([]);
});

test.each([
  ["docs/adr/0002-title.md", GOOD],
  ["docs/adr/1-title.md", GOOD],
  ["docs/adr/0001-title.md", GOOD.replace("# 1. ", "# ")],
  ["docs/adr/0001-title.md", GOOD.replace("## Rejected\n", "")],
  ["docs/adr/0001-title.md", GOOD + "\n".repeat(60)],
])("%s with a fault is refused", (path, text) => {
  expect(findAdrProblems([{ path, text }])).toHaveLength(1);
});

test.each([
  "# Changelog\n\n## [0.1.0] - 2026-11-22\n",
  "# Changelog\n\n## [Unreleased]\n\n## 0.1.0\n",
  "# Changelog\n\n## [Unreleased]\n\n### Stuff\n",
  "# Changes\n\n## [Unreleased]\n",
])("a changelog like %j is refused", (text) => {
  expect(findChangelogProblems(text)).toHaveLength(1);
});
