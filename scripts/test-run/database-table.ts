import type { SuiteOnDatabase } from "./step-counts.ts";

const COLUMN_WIDTH = 12;

/** Lines of a table: suites down, databases across, and how many tests passed; nothing where no suite ran. */
export function databaseTable(suites: readonly SuiteOnDatabase[]): string[] {
  if (suites.length === 0) return [];
  const names = [...new Set(suites.map(({ suite }) => suite))].toSorted();
  const databases = [...new Set(suites.map(({ database }) => database))];
  const nameWidth = Math.max(...names.map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join("")}`;
  return [
    "",
    "PASSED ON EACH DATABASE",
    line("", databases),
    ...names.map((name) => {
      const ofSuite = suites.filter(({ suite }) => suite === name);
      return line(
        name,
        databases.map((database) => cellOf(ofSuite.filter((one) => one.database === database))),
      );
    }),
  ];
}

/** A suite of one name may stand in several files. A dash: it did not run there, which is worth a look. */
function cellOf(suites: readonly SuiteOnDatabase[]): string {
  if (suites.length === 0) return "-";
  const passed = suites.reduce((sum, one) => sum + one.passed, 0);
  const failed = suites.reduce((sum, one) => sum + one.failed, 0);
  return failed === 0 ? String(passed) : `${passed}, ✗ ${failed}`;
}
