import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { StepCounts } from "./step-counts.ts";
import type { StepResult, TestStep } from "./test-step.ts";

const KILL_AFTER_MS = 10_000;
const OUR_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs one step to its end, its output shown as it comes. */
export async function runStep(step: TestStep): Promise<StepResult> {
  const startedAt = performance.now();
  if (step.report) {
    mkdirSync(dirname(step.report.file), { recursive: true });
    // An old report must not speak for a run that crashed.
    rmSync(step.report.file, { force: true });
  }
  const exit = await runCommand(step);
  return { step, seconds: (performance.now() - startedAt) / 1000, ...judge(step, exit) };
}

type Judgement = StepCounts & { readonly problem?: string };

/** Green needs a clean exit, at least one test, and no failed one. */
function judge(step: TestStep, exit: string): Judgement {
  const isClean = exit === "exit code 0";
  if (!step.report) return isClean ? { passed: 1, failed: 0, skipped: [] } : failed(exit);
  const counts = readReport(step.report);
  if (counts === undefined) return failed(`${exit}, and no readable report`);
  if (counts.failed > 0) return counts;
  if (!isClean) return { ...counts, ...failed(`${exit}, although no single test failed`), passed: counts.passed };
  return counts.passed > 0 ? counts : failed("it found no test to run");
}

function failed(problem: string): Judgement {
  return { passed: 0, failed: 1, skipped: [], problem };
}

function readReport(report: NonNullable<TestStep["report"]>): StepCounts | undefined {
  try {
    const counts = report.read(readFileSync(report.file, "utf8"));
    return Number.isInteger(counts.passed) && Number.isInteger(counts.failed) ? counts : undefined;
  } catch {
    return undefined;
  }
}

/** Answers "exit code N", or what else ended it. */
function runCommand(step: TestStep): Promise<string> {
  return new Promise((resolve) => {
    const [command = "", ...args] = step.command;
    const child = spawn(command, args, {
      // A process group of its own, so that a runner that hangs is stopped together with everything it started.
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...step.environment },
    });
    const stop = () => stopGroup(child);
    let isLate = false;
    const deadline = setTimeout(() => {
      isLate = true;
      stop();
    }, step.withinMs);
    const finish = (outcome: string) => {
      clearTimeout(deadline);
      for (const signal of OUR_SIGNALS) process.off(signal, stop);
      resolve(isLate ? `stopped after ${step.withinMs / 1000} s` : outcome);
    };
    for (const signal of OUR_SIGNALS) process.on(signal, stop);
    child.once("error", (error) => finish(error.message));
    child.once("exit", (code, signal) => finish(signal === null ? `exit code ${code}` : `ended by ${signal}`));
  });
}

function stopGroup(child: ChildProcess): void {
  signalGroup(child, "SIGTERM");
  setTimeout(() => signalGroup(child, "SIGKILL"), KILL_AFTER_MS).unref();
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
