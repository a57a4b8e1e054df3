import { expect, test } from "vitest";
import { judgeDepth, judgeLength, judgeSwitchedOffTests } from "./file-rules.ts";

test.each([
  'test.only("a", () => {});',
  'describe.skip("a", () => {});',
  'it.todo("a");',
  'test.describe.only("a", () => {});',
  'test.skipIf(isCi)("a", () => {});',
  'test.each([1]).skip("a", () => {});',
])("%s is found", (text) => {
  expect(judgeSwitchedOffTests({ path: "a.test.ts", text }).map(({ line }) => line)).toEqual([1]);
});

test.each(["rows.skip(3);", '"test.only"; // it.skip', "const only = options.only;"])("%s is left alone", (text) => {
  expect(judgeSwitchedOffTests({ path: "a.test.ts", text })).toEqual([]);
});

test("a file of 401 lines is too long, one of 400 is not", () => {
  expect(judgeLength({ path: "a.ts", text: "\n".repeat(400) })).toHaveLength(1);
  expect(judgeLength({ path: "a.ts", text: "\n".repeat(399) })).toEqual([]);
});

test("a fifth folder inside a package is too deep", () => {
  expect(judgeDepth({ path: "packages/till/src/b/c/d/e/file.ts", text: "" })).toHaveLength(1);
  expect(judgeDepth({ path: "packages/till/src/b/c/d/file.ts", text: "" })).toEqual([]);
});
