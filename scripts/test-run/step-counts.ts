/** What one suite came to on one database. */
export interface SuiteOnDatabase {
  readonly suite: string;
  readonly database: string;
  readonly passed: number;
  readonly failed: number;
}

/** How many tests a runner ran. */
export interface StepCounts {
  readonly passed: number;
  readonly failed: number;
  /** Full names of tests that exist and were not run. */
  readonly skipped: readonly string[];
  /** The suites that run on every database. */
  readonly suites?: readonly SuiteOnDatabase[];
}

/** How `describeEachDatabase` in tests/servers names a suite. */
const SUITE_ON_DATABASE = /^(?<suite>.+) on (?<database>sqlite|postgres|mysql)$/;

interface VitestTest {
  readonly status: string;
  readonly fullName: string;
  readonly ancestorTitles?: readonly string[];
}

/** Reads the report of vitest's `json` reporter. */
export function readVitestReport(text: string): StepCounts {
  // The shape is vitest's (Jest's) documented report; a missing field shows as NaN and fails the step.
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { assertionResults: readonly VitestTest[] }[];
  };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: tests.filter(({ status }) => !["passed", "failed"].includes(status)).map(({ fullName }) => fullName),
    suites: suitesOf(tests),
  };
}

function suitesOf(tests: readonly VitestTest[]): SuiteOnDatabase[] {
  const byTitle = Map.groupBy(tests, ({ ancestorTitles = [] }) => ancestorTitles[0] ?? "");
  return [...byTitle].flatMap(([title, own]) => {
    const { suite, database } = SUITE_ON_DATABASE.exec(title)?.groups ?? {};
    if (suite === undefined || database === undefined) return [];
    const countOf = (wanted: string) => own.filter(({ status }) => status === wanted).length;
    return [{ suite, database, passed: countOf("passed"), failed: countOf("failed") }];
  });
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** Reads the report of Playwright's `json` reporter. A test that passed at the second try only counts as failed. */
export function readPlaywrightReport(text: string): StepCounts {
  // The shape is Playwright's documented JSONReport.
  const report = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: readonly PlaywrightSuite[];
  };
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.suites.flatMap(skippedSpecs),
  };
}

function skippedSpecs(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).filter((spec) => spec.tests.some((test) => test.status === "skipped"));
  return [...own.map((spec) => `${suite.title} ${spec.title}`), ...(suite.suites ?? []).flatMap(skippedSpecs)];
}
