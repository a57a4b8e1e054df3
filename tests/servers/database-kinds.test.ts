import { expect, test, vi } from "vitest";
import { chooseDatabases, reportUntested } from "./database-kinds.ts";

test("DATABASES chooses the engines, and what it leaves out is said but is no failure", () => {
  const choice = chooseDatabases({ DATABASES: "sqlite" });
  expect(choice.tested).toEqual(["sqlite"]);
  expect(choice.notTested.map(({ kind }) => kind)).toEqual(["postgres", "mysql"]);
  const warn = vi.fn<(line: string) => void>();
  reportUntested(choice, { CI: "true" }, warn);
  expect(warn.mock.calls.flat().join()).toMatch(/NOT TESTED: postgres.*NOT TESTED: mysql/s);
});

test("an engine that is missing fails the run in CI and nowhere else", () => {
  const choice = { tested: [], notTested: [{ kind: "mysql", reason: "not installed", isMissing: true }] } as const;
  expect(() => reportUntested(choice, { CI: "true" }, vi.fn<(line: string) => void>())).toThrow(/missing: mysql/);
  expect(() => reportUntested(choice, {}, vi.fn<(line: string) => void>())).not.toThrow();
});

test("a misspelt engine is refused", () => {
  expect(() => chooseDatabases({ DATABASES: "sqlite,postgress" })).toThrow(/"postgress" is none of/);
});
