import { databaseTable } from "./database-table.ts";
import type { StepResult } from "./test-step.ts";

const SKIPPED_SHOWN_MAX = 20;

/** Something this run says nothing about, and why. */
export interface Untested {
  readonly what: string;
  readonly why: string;
}

/** The report of a whole run; its last line is the plain `N passed, N failed`. */
export function summarise(results: readonly StepResult[], untested: readonly Untested[]): string {
  const skipped = results.flatMap((result) => result.skipped.map((test) => ({ what: test, why: "skipped" })));
  return [
    "",
    "TESTED",
    ...results.map(resultLine),
    ...results.flatMap(({ step, problem }) => (problem === undefined ? [] : [`!!! ${step.name}: ${problem}`])),
    ...databaseTable(results.flatMap(({ suites = [] }) => suites)),
    ...untestedLines([...untested, ...skipped.slice(0, SKIPPED_SHOWN_MAX)], skipped.length - SKIPPED_SHOWN_MAX),
    "",
    `${sum(results, "passed")} passed, ${sum(results, "failed")} failed`,
  ].join("\n");
}

function resultLine({ step, passed, failed, skipped, seconds }: StepResult): string {
  const mark = failed === 0 ? "✓" : "✗";
  const counts = [
    `${passed} passed`.padStart(12),
    `${failed} failed`.padStart(10),
    `${skipped.length} skipped`.padStart(11),
    `${seconds.toFixed(1)} s`.padStart(9),
  ];
  return `  ${mark} ${step.name.padEnd(14)}${counts.join("")}   ${step.covers}`;
}

function untestedLines(untested: readonly Untested[], notShown: number): string[] {
  if (untested.length === 0) return [];
  const lines = untested.map(({ what, why }) => `  !!! ${what}: ${why}`);
  return ["", "NOT TESTED", ...lines, ...(notShown > 0 ? [`  … and ${notShown} more`] : [])];
}

function sum(results: readonly StepResult[], field: "passed" | "failed"): number {
  return results.reduce((total, result) => total + result[field], 0);
}
