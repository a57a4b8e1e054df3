/** A place that breaks a rule of the house, and what to do about it. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** One line per violation, for the message of a failing test. */
export function listViolations(violations: readonly Violation[]): string[] {
  return violations.map(({ file, line, problem }) => `${file}:${line} ${problem}`);
}
