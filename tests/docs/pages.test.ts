import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles, REPOSITORY, readFiles } from "../tidy/source-tree.ts";
import { readPage } from "./markdown.ts";
import { findBrokenFences, findDeadLinks, findUnknownCommands } from "./page-rules.ts";

const pages = readFiles((path) => path.endsWith(".md")).map(readPage);

test("every link leads somewhere", () => {
  expect(pages.length).toBeGreaterThan(15);
  expect(findDeadLinks(pages, new Set(listFiles()))).toEqual([]);
});

test("every command that a page tells the reader to type exists", () => {
  const known = { scripts: readScripts(), binaries: readBinaries() };
  expect(pages.flatMap(({ commands }) => commands).length).toBeGreaterThan(5);
  expect(pages.flatMap((page) => findUnknownCommands(page, known))).toEqual([]);
});

test("every example parses", () => {
  expect(pages.flatMap(findBrokenFences)).toEqual([]);
});

function readScripts(): Set<string> {
  // Our own package.json, whose shape npm has checked.
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { scripts: object };
  return new Set(Object.keys(manifest.scripts));
}

function readBinaries(): Set<string> {
  const folder = join(REPOSITORY, "node_modules", ".bin");
  return new Set(["npm", ...(existsSync(folder) ? readdirSync(folder) : [])]);
}
