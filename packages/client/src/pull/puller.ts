import { nextBackoffMs } from "../push/next-backoff.ts";
import { withDeadline } from "../with-deadline.ts";
import { type PullContext, type PullReport, runPullCycle } from "./pull-cycle.ts";

const PULL_EVERY_VISIBLE_MS = 60_000;
const PULL_EVERY_HIDDEN_MS = 15 * 60_000;
const BUSY_RETRY_MS = 10_000;
/** A first load over a slow link takes its time; each of its requests has a deadline of its own. */
const CYCLE_DEADLINE_MS = 30 * 60_000;

export interface PullerOptions {
  readonly lockName: string;
  readonly onPage: () => void;
  readonly onReport: (report: PullReport) => void;
}

/** Pulls at start, when woken, and now and then; one tab at a time; backs off while it fails. */
export class Puller {
  readonly #context: PullContext;
  readonly #options: PullerOptions;
  #isStarted = false;
  #isRunning = false;
  #wantsAnother = false;
  #failures = 0;
  #floorAtMs = 0;
  #running: Promise<void> = Promise.resolve();
  #cancelTimer: () => void = () => undefined;

  constructor(context: PullContext, options: PullerOptions) {
    this.#context = context;
    this.#options = options;
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#plan(0);
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    this.#cancelTimer();
    await this.#running;
  }

  wake(): void {
    if (this.#isRunning) this.#wantsAnother = true;
    else this.#plan(0);
  }

  #plan(delayMs: number): void {
    if (!this.#isStarted) return;
    const { clock, timers } = this.#context.environment;
    this.#cancelTimer();
    const waitMs = Math.max(0, delayMs, this.#floorAtMs - clock.monotonicMs());
    this.#cancelTimer = timers.set(waitMs, () => {
      this.#running = this.#run();
    });
  }

  async #run(): Promise<void> {
    if (!this.#isStarted || this.#isRunning) return;
    this.#isRunning = true;
    this.#wantsAnother = false;
    const report = await this.#cycle();
    this.#isRunning = false;
    if (report === "busy") {
      this.#plan(BUSY_RETRY_MS);
      return;
    }
    this.#plan(this.#delayAfter(report));
    this.#options.onReport(report);
  }

  async #cycle(): Promise<PullReport | "busy"> {
    const { lock, timers } = this.#context.environment;
    const work = () => runPullCycle(this.#context, this.#options.onPage);
    try {
      return await lock.tryWithLock(this.#options.lockName, () =>
        withDeadline(work(), { timers, deadlineMs: CYCLE_DEADLINE_MS }),
      );
    } catch (error) {
      const detail = error instanceof Error ? error.message : "The catalogue cache failed.";
      return { kind: "failed", detail, retryAfterMs: undefined };
    }
  }

  #delayAfter(report: PullReport): number {
    const { clock, random, signals } = this.#context.environment;
    const isVisible = signals.isVisible();
    if (report.kind === "failed") {
      this.#failures += 1;
      const { retryAfterMs } = report;
      this.#floorAtMs = clock.monotonicMs() + nextBackoffMs({ failures: 1, isVisible, retryAfterMs, chance: 0 });
      return nextBackoffMs({ failures: this.#failures, isVisible, retryAfterMs, chance: random.next() });
    }
    this.#failures = 0;
    this.#floorAtMs = 0;
    if (report.kind === "reset" || this.#wantsAnother) return 0;
    return isVisible ? PULL_EVERY_VISIBLE_MS : PULL_EVERY_HIDDEN_MS;
  }
}
