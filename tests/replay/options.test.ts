import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("without options the whole data set is replayed on SQLite with the seed drawn", () => {
  expect(readOptions([], 7)).toEqual({
    seed: 7,
    slice: undefined,
    database: "sqlite",
    databaseUrl: undefined,
    isCalm: false,
    keepsFiles: false,
  });
});

test("every option is read", () => {
  const args = ["--seed", "3", "--slice=60", "--database-url", "postgres://localhost/x", "--calm", "--keep"];
  expect(readOptions(args, 7)).toEqual({
    seed: 3,
    slice: 60,
    database: "sqlite",
    databaseUrl: "postgres://localhost/x",
    isCalm: true,
    keepsFiles: true,
  });
});

test("help is said instead of anything else", () => {
  expect(readOptions(["--help"], 7)).toBe("help");
});

test("an engine may be named instead of an address", () => {
  expect(readOptions(["--database", "mysql"], 7)).toMatchObject({ database: "mysql", databaseUrl: undefined });
});

test.each([
  [["--slice", "all"]],
  [["--slice", "0"]],
  [["--seed", "1.5"]],
  [["--sede", "1"]],
  [["--database", "oracle"]],
  [["--database", "postgres", "--database-url", "postgres://localhost/x"]],
])("%j is refused", (args) => {
  expect(() => readOptions(args, 7)).toThrow(/--(slice|seed|sede|database)/);
});
