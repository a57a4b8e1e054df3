import { expect, test } from "vitest";
import { judgeDepth, judgeLength, judgeSwitchedOffTests } from "./rules/file-rules.ts";
import { judgeNames, readAvoidedWords } from "./rules/name-rules.ts";
import { readCode, readSourceFile } from "./source-tree.ts";
import { listViolations } from "./violation.ts";

const code = readCode();
const avoided = readAvoidedWords(readSourceFile("GLOSSARY.md").text);

test("no file is longer than its subject", () => {
  expect(listViolations(code.flatMap(judgeLength))).toEqual([]);
});

test("no file lies deeper than four folders inside its package", () => {
  expect(listViolations(code.flatMap(judgeDepth))).toEqual([]);
});

test("no test is switched off", () => {
  expect(listViolations(code.flatMap(judgeSwitchedOffTests))).toEqual([]);
});

test("files, folders and exports carry the glossary's words, and none that mean nothing", () => {
  expect(avoided.length).toBeGreaterThan(3);
  expect(listViolations(code.flatMap((file) => judgeNames(file, avoided)))).toEqual([]);
});
