import type { StepCounts } from "./step-counts.ts";

/** One runner of `npm test`. */
export interface TestStep {
  readonly name: string;
  /** What a reader learns from it being green. */
  readonly covers: string;
  readonly command: readonly string[];
  /** The JSON report to read afterwards; a step without one counts as a single test, judged by its exit code. */
  readonly report?: { readonly file: string; readonly read: (text: string) => StepCounts };
  readonly environment?: Readonly<Record<string, string>>;
  /** The step is stopped, and failed, after this time. */
  readonly withinMs: number;
}

/** How a step ended. */
export interface StepResult extends StepCounts {
  readonly step: TestStep;
  readonly seconds: number;
  /** Why it counts as failed although no single test did. */
  readonly problem?: string;
}
