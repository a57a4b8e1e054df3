import { expect, test } from "vitest";
import { readPage } from "./markdown.ts";
import { findBrokenFences, findDeadLinks, findUnknownCommands } from "./page-rules.ts";

const files = new Set(["README.md", "docs/guide.md", "packages/domain/src/sale.ts"]);
const guide = readPage({ path: "docs/guide.md", text: "# The `guide`, part 1\n\n# Twice\n\n# Twice\n" });

test.each([
  "[a](guide.md)",
  "[a](../README.md)",
  "[a](../packages/domain/)",
  "[a](guide.md#the-guide-part-1)",
  "[a](guide.md#twice-1)",
  "[a](https://example.org/x)",
  "`[a](nowhere.md)`",
  "```text\n[a](nowhere.md)\n```",
])("%j is a good link", (text) => {
  expect(deadLinks(text)).toEqual([]);
});

test.each([
  "[a](nowhere.md)",
  "[a](guide.md#part-2)",
  "![a](picture.png)",
  "[a]: nowhere.md",
  "x [a](guide.md) and [b](nowhere.md)",
  "[a](https://)",
])("%j is a dead link", (text) => {
  expect(deadLinks(text)).toHaveLength(1);
});

test("commands are found in code spans and shell fences, and looked up in package.json", () => {
  const known = { scripts: new Set(["start", "check"]), binaries: new Set(["vitest"]) };
  const text =
    "Run `npm run check`, `npm strat` or `DATABASES=sqlite npx vitest run`.\n\n```sh\nnpm ci\nnpm run chekc\n```\n";
  expect(findUnknownCommands(readPage({ path: "README.md", text }), known)).toEqual([
    'README.md:1 says "npm strat", which package.json does not know',
    'README.md:5 says "npm run chekc", which package.json does not know',
  ]);
});

test.each([
  ["json", "{ a: 1 }"],
  ["ts", "const = 1;"],
  ["mermaid", "flowshart LR"],
  ["", "anything"],
])("a %s fence with %j is broken", (language, body) => {
  expect(brokenFences(language, body)).toHaveLength(1);
});

test.each([
  ["json", '{ "a": 1 }'],
  ["ts", "const a: number = await b();"],
  ["mermaid", "flowchart LR\n  a --> b"],
  ["text", "anything"],
])("a %s fence with %j is fine", (language, body) => {
  expect(brokenFences(language, body)).toEqual([]);
});

test("a fence that is never closed is an error", () => {
  expect(() => readPage({ path: "a.md", text: "```ts\nconst a = 1;" })).toThrow(/a.md:1/);
});

function deadLinks(text: string): string[] {
  return findDeadLinks([readPage({ path: "docs/other.md", text }), guide], files);
}

function brokenFences(language: string, body: string): string[] {
  return findBrokenFences(readPage({ path: "a.md", text: `\`\`\`${language}\n${body}\n\`\`\`` }));
}
