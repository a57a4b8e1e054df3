/** How many tests a runner ran. */
export interface StepCounts {
  readonly passed: number;
  readonly failed: number;
  /** Full names of tests that exist and were not run. */
  readonly skipped: readonly string[];
}

/** Reads the report of vitest's `json` reporter. */
export function readVitestReport(text: string): StepCounts {
  // The shape is vitest's (Jest's) documented report; a missing field shows as NaN and fails the step.
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { assertionResults: readonly { status: string; fullName: string }[] }[];
  };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: tests.filter(({ status }) => !["passed", "failed"].includes(status)).map(({ fullName }) => fullName),
  };
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
