import { expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./step-counts.ts";
import { summarise } from "./summary.ts";
import type { StepResult } from "./test-step.ts";

test("the last line adds up all runners, and what was not tested is named with its reason", () => {
  const text = summarise(
    [
      result("unit", { passed: 40, failed: 0, skipped: ["a sale in two currencies"] }),
      result("e2e", { passed: 3, failed: 2, skipped: [] }),
    ],
    [{ what: "mysql", why: "no MariaDB here" }],
  );
  expect(text.split("\n").at(-1)).toBe("43 passed, 2 failed");
  expect(text).toContain("!!! mysql: no MariaDB here");
  expect(text).toContain("!!! a sale in two currencies: skipped");
});

test("vitest's report gives counts and the names of skipped tests", () => {
  const assertionResults = [
    { status: "passed", fullName: "one" },
    { status: "failed", fullName: "two" },
    { status: "pending", fullName: "three" },
    { status: "todo", fullName: "four" },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [{ assertionResults }] };
  expect(readVitestReport(JSON.stringify(report))).toEqual({
    passed: 1,
    failed: 1,
    skipped: ["three", "four"],
    suites: [],
  });
});

test("suites that run on every database are read with the database they ran on", () => {
  const assertionResults = [
    ran("recording sales on sqlite", "passed"),
    ran("recording sales on mysql", "failed"),
    ran("recording sales on sqlite", "passed"),
    ran("something else", "passed"),
  ];
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [{ assertionResults }] };
  expect(readVitestReport(JSON.stringify(report)).suites).toEqual([
    { suite: "recording sales", database: "sqlite", passed: 2, failed: 0 },
    { suite: "recording sales", database: "mysql", passed: 0, failed: 1 },
  ]);
});

test("a Playwright test that needed a second try counts as failed, and skipped ones are found in nested suites", () => {
  const spec = { title: "prints", tests: [{ status: "skipped" }] };
  const suites = [{ title: "till.e2e.ts", suites: [{ title: "receipt", specs: [spec] }] }];
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1 }, suites };
  expect(readPlaywrightReport(JSON.stringify(report))).toEqual({ passed: 4, failed: 2, skipped: ["receipt prints"] });
});

function ran(suite: string, status: string) {
  return { status, fullName: "", ancestorTitles: [suite] };
}

function result(name: string, counts: Pick<StepResult, "passed" | "failed" | "skipped">): StepResult {
  return { step: { name, covers: "", command: [], withinMs: 1 }, seconds: 1, ...counts };
}
