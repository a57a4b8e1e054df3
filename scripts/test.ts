// `npm test`: runs every kind of test through its own runner, says what was tested and what was not, and ends with one
// plain line `N passed, N failed`. Exit code 0 only if nothing failed. `npm test -- unit e2e` runs the named steps.
import { rmSync } from "node:fs";
import { chooseDatabases, reportUntested } from "../tests/servers/database-kinds.ts";
import { ANSWERS_FILE } from "./test-run/answers-file.ts";
import { runStep } from "./test-run/run-step.ts";
import { testSteps } from "./test-run/steps.ts";
import { summarise, type Untested } from "./test-run/summary.ts";
import type { StepResult, TestStep } from "./test-run/test-step.ts";

/** No machine we know of runs these; they are said every time so that green is not read as more than it is. */
const NEVER_TESTED: readonly Untested[] = [
  { what: "Oracle MySQL", why: "not in Debian; MariaDB stands in for it" },
  { what: "phones, printers, cameras, Safari, Firefox", why: "no such device here" },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !testSteps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${testSteps.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
// An earlier run must not speak for this one.
rmSync(ANSWERS_FILE, { force: true });
const databases = chooseDatabases();
reportUntested(databases);

const results: StepResult[] = [];
for (const step of testSteps.filter(isWanted)) {
  console.log(`\n── ${step.name}: ${step.covers}`);
  results.push(await runStep(step));
}
console.log(
  summarise(results, [
    ...databases.notTested.map(({ kind, reason }) => ({ what: kind, why: reason })),
    ...testSteps.filter((step) => !isWanted(step)).map(({ name }) => ({ what: name, why: "not asked for" })),
    ...NEVER_TESTED,
  ]),
);
process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;

function isWanted(step: TestStep): boolean {
  return wanted.length === 0 || wanted.includes(step.name);
}
