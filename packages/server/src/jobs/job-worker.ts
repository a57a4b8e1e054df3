import { readDueShops } from "./due-shops.ts";
import { POLL_INTERVAL_MS } from "./job-bounds.ts";
import { type JobEnvironment, type JobWork, runShopJobs } from "./run-shop-jobs.ts";

export type JobWorkerOptions = {
  readonly environment: JobEnvironment;
  readonly work: JobWork;
  /** Calls back once after a delay; returns the way to cancel it. */
  readonly setTimer: (delayMs: number, run: () => void) => () => void;
  /** A round or a shop failed; the next round tries again. */
  readonly onError: (error: unknown, shopId: string | undefined) => void;
};

/** Runs due jobs of all shops, round after round, until stopped. Any number of workers may share a database. */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #stop = new AbortController();
  #cancelTimer: (() => void) | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(options: JobWorkerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#cancelTimer = this.#options.setTimer(POLL_INTERVAL_MS, () => {
      this.#round = this.runRound().finally(() => {
        if (!this.#stop.signal.aborted) this.start();
      });
    });
  }

  /** One round over the shops with something due. A shop that fails does not hold back the others. */
  async runRound(): Promise<void> {
    const { environment, work } = this.#options;
    const { signal } = this.#stop;
    const shopIds = await this.#guard(undefined, async () => readDueShops(environment.db, environment.nowMs()));
    for (const shopId of shopIds ?? []) {
      if (signal.aborted) return;
      await this.#guard(shopId, async () => runShopJobs(environment, work, { shopId, signal }));
    }
  }

  /** Starts nothing more, lets the job in hand finish and gives back the others. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancelTimer?.();
    await this.#round;
  }

  async #guard<T>(shopId: string | undefined, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.#options.onError(error, shopId);
      return undefined;
    }
  }
}
