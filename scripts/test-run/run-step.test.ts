import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runStep } from "./run-step.ts";
import type { StepCounts } from "./step-counts.ts";

const MINUTE_MS = 60_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duka-step-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a step without a report counts as one test, judged by its exit code", async () => {
  expect(await runShell("exit 0")).toMatchObject({ passed: 1, failed: 0 });
  expect(await runShell("exit 3")).toMatchObject({ passed: 0, failed: 1, problem: "exit code 3" });
});

test("a runner's own counts are taken from its report", async () => {
  const counts = { passed: 7, failed: 2, skipped: ["a test"] };
  expect(await runShell(writeReport(counts), "report")).toMatchObject(counts);
});

test("a runner that leaves no report has failed, also when an old report lies there", async () => {
  await runShell(writeReport({ passed: 7, failed: 0, skipped: [] }), "report");
  expect(await runShell("exit 0", "report")).toMatchObject({
    failed: 1,
    problem: expect.stringMatching(/no readable report/),
  });
});

test("a runner that exits with an error although no test failed has failed", async () => {
  const result = await runShell(`${writeReport({ passed: 7, failed: 0, skipped: [] })}; exit 1`, "report");
  expect(result).toMatchObject({ passed: 7, failed: 1, problem: expect.stringMatching(/exit code 1, although/) });
});

test("a runner that found no test has failed", async () => {
  const result = await runShell(writeReport({ passed: 0, failed: 0, skipped: [] }), "report");
  expect(result).toMatchObject({ failed: 1, problem: expect.stringMatching(/no test to run/) });
});

test("a step that does not end in time is stopped and has failed", async () => {
  const result = await runStep({ name: "slow", covers: "", command: ["sleep", "60"], withinMs: 50 });
  expect(result).toMatchObject({ failed: 1, problem: "stopped after 0.05 s" });
});

test("a command that does not exist is a failure with its reason", async () => {
  const result = await runStep({ name: "absent", covers: "", command: ["no-such-command"], withinMs: MINUTE_MS });
  expect(result).toMatchObject({ failed: 1, problem: expect.stringMatching(/ENOENT/) });
});

function runShell(script: string, report?: "report") {
  const file = join(folder, "report.json");
  return runStep({
    name: "shell",
    covers: "",
    command: ["sh", "-c", script],
    withinMs: MINUTE_MS,
    environment: { REPORT: file },
    ...(report === undefined ? {} : { report: { file, read: readCounts } }),
  });
}

function writeReport(counts: StepCounts): string {
  return `echo '${JSON.stringify(counts)}' > "$REPORT"`;
}

function readCounts(text: string): StepCounts {
  // Written by writeReport just before.
  return JSON.parse(text) as StepCounts;
}
