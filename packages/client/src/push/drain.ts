import type { ClockReading } from "@duka/protocol";
import { createObservable, type Settable } from "../observable.ts";
import type { Hold } from "../sync-state.ts";
import { withDeadline } from "../with-deadline.ts";
import { type ClockSample, readClock, withSample } from "./clock-offset.ts";
import { type CycleReport, decideNext, type Decision, INITIAL_MEMORY } from "./decide-next.ts";
import { type PushContext, runPushCycle } from "./push-cycle.ts";
import { readInstant } from "./send-push.ts";

/** Longer than any request: a cycle that takes more is given up, so that the lock is never kept for life. */
const CYCLE_DEADLINE_MS = 90_000;
const WATCHDOG_EVERY_MS = 30_000;
const WATCHDOG_IDLE_MAX_MS = 60_000;

/**
 * `queued`: something was enqueued. `link`: the link may be back. `person`: someone asked; also lifts a hold.
 * `report`: the server may lack something; send even an empty push.
 */
export type WakeReason = "queued" | "link" | "person" | "report";

export interface DrainState {
  readonly isPushing: boolean;
  readonly held?: Hold;
  readonly lastSuccessAtMs?: number;
  readonly nextAttemptAtMs?: number;
  readonly lastProblem?: string;
}

export interface DrainOptions {
  readonly lockName: string;
  readonly clockSamples: readonly ClockSample[];
  /** After every cycle that touched the outbox. */
  readonly onCycle: (report: CycleReport) => void;
}

/**
 * Runs push cycles at the right time; `decideNext` says when that is.
 *
 * | state   | enters when                                  | leaves when                                                   |
 * |---------|----------------------------------------------|---------------------------------------------------------------|
 * | resting | nothing is due                               | woken, or the heartbeat's time has come → pushing             |
 * | pushing | a cycle runs under the lock                  | more is due → pushing; nothing → resting; failed → waiting;   |
 * |         |                                              | needs a person → held                                         |
 * | waiting | a failure, `Retry-After`, another tab drains | its time has come, or the link may be back (never before the  |
 * |         |                                              | server's own floor) → pushing                                 |
 * | held    | 401, 403, 426, everything refused            | a person asks, or a probe's time has come → pushing           |
 *
 * The watchdog starts a cycle when none was started for a minute after it should have been.
 */
export class Drain {
  readonly state: Settable<DrainState> = createObservable<DrainState>({ isPushing: false });
  readonly #context: PushContext;
  readonly #options: DrainOptions;
  #memory = INITIAL_MEMORY;
  #clockSamples: readonly ClockSample[];
  #isStarted = false;
  #isFirstCycle = true;
  #wantsAnother = false;
  /** Counts cycles, so that one the watchdog gave up has no say any more; undefined: none is running. */
  #runningCycle: number | undefined;
  #cycles = 0;
  #running: Promise<void> = Promise.resolve();
  /** Monotonic: when the next cycle is due, and before when none may run whoever asks. */
  #plannedAtMs = 0;
  #floorAtMs = 0;
  #cancelTimer: () => void = () => undefined;
  #cancelWatchdog: () => void = () => undefined;

  constructor(context: PushContext, options: DrainOptions) {
    this.#context = context;
    this.#options = options;
    this.#clockSamples = options.clockSamples;
  }

  /** Begins, with a cycle at once. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#watchLater();
    this.#plan(0);
  }

  /** Stops; resolves when the cycle under way has ended. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    this.#cancelTimer();
    this.#cancelWatchdog();
    await this.#running;
  }

  /** Something happened that may make a cycle worth while. */
  wake(reason: WakeReason): void {
    if (reason === "person" || reason === "report") this.#memory = { ...this.#memory, wantsReport: true };
    // What was refused may have been the records; a new one deserves its try.
    const isNewTry = reason === "queued" && this.#memory.held?.reason === "refused";
    if (reason === "person" || isNewTry) this.#liftHold();
    if (!this.#isStarted || this.#memory.held !== undefined) return;
    // A new sale does not shorten the wait after a failure; news about the link does, down to the server's floor.
    if (reason === "queued" && this.#memory.failures > 0) return;
    if (this.#runningCycle === undefined) this.#plan(0);
    else this.#wantsAnother = true;
  }

  /** The device's clock now, with the best known offset to the server's. */
  readClock(): ClockReading {
    return readClock(this.#clockSamples, readInstant(this.#context.environment));
  }

  noteClock(sample: ClockSample): void {
    this.#clockSamples = withSample(this.#clockSamples, sample);
  }

  #plan(delayMs: number): void {
    if (!this.#isStarted) return;
    const { clock, timers } = this.#context.environment;
    const waitMs = Math.max(delayMs, this.#floorAtMs - clock.monotonicMs(), 0);
    this.#cancelTimer();
    this.#plannedAtMs = clock.monotonicMs() + waitMs;
    this.#publish({ nextAttemptAtMs: clock.nowMs() + waitMs });
    this.#cancelTimer = timers.set(waitMs, () => this.#run());
  }

  #run(): void {
    if (!this.#isStarted) return;
    this.#cycles += 1;
    const cycle = this.#cycles;
    this.#runningCycle = cycle;
    this.#wantsAnother = false;
    this.#cancelTimer();
    this.#plannedAtMs = this.#context.environment.clock.monotonicMs();
    this.#publish({ isPushing: true });
    this.#running = this.#runAndDecide(cycle);
  }

  async #runAndDecide(cycle: number): Promise<void> {
    const report = await this.#cycle();
    if (report.kind === "exchanged" && report.exchange.sample !== undefined) this.noteClock(report.exchange.sample);
    if (this.#runningCycle !== cycle) return;
    this.#runningCycle = undefined;
    const { clock, random, signals } = this.#context.environment;
    const now = { nowMs: clock.nowMs(), isVisible: signals.isVisible(), chance: random.next() };
    this.#follow(decideNext(this.#memory, report, now));
    this.#options.onCycle(report);
  }

  #follow({ memory, waitMs, floorMs }: Decision): void {
    this.#memory = memory;
    this.#floorAtMs = this.#context.environment.clock.monotonicMs() + floorMs;
    const isFree = memory.held === undefined && memory.failures === 0;
    this.#plan(this.#wantsAnother && isFree ? 0 : waitMs);
    this.#publish({ isPushing: false });
  }

  /** Never rejects: a storage that fails is a report like any other. */
  async #cycle(): Promise<CycleReport> {
    const { environment } = this.#context;
    const input = {
      pace: this.#memory.pace,
      clockSamples: this.#clockSamples,
      takesOver: this.#isFirstCycle && environment.lock.isExclusive,
      isHeartbeat: this.#memory.wantsReport,
    };
    try {
      const report = await environment.lock.tryWithLock(this.#options.lockName, () =>
        withDeadline(runPushCycle(this.#context, input), {
          timers: environment.timers,
          deadlineMs: CYCLE_DEADLINE_MS,
        }),
      );
      if (report === "busy") return { kind: "busy" };
      this.#isFirstCycle = false;
      return report;
    } catch (error) {
      return {
        kind: "storage_failed",
        detail: error instanceof Error ? error.message : "The device's storage failed.",
      };
    }
  }

  #liftHold(): void {
    const { held: _lifted, ...rest } = this.#memory;
    this.#memory = rest;
    this.#publish({});
  }

  #watchLater(): void {
    this.#cancelWatchdog = this.#context.environment.timers.set(WATCHDOG_EVERY_MS, () => {
      this.#watchLater();
      const lateMs = this.#context.environment.clock.monotonicMs() - this.#plannedAtMs;
      const allowedMs = WATCHDOG_IDLE_MAX_MS + (this.#runningCycle === undefined ? 0 : CYCLE_DEADLINE_MS);
      if (lateMs > allowedMs) this.#run();
    });
  }

  #publish(change: Partial<Pick<DrainState, "isPushing" | "nextAttemptAtMs">>): void {
    const { held, lastProblem, lastSuccessAtMs } = this.#memory;
    const { isPushing, nextAttemptAtMs } = { ...this.state.get(), ...change };
    this.state.set({
      isPushing,
      ...(nextAttemptAtMs === undefined ? {} : { nextAttemptAtMs }),
      ...(held === undefined ? {} : { held }),
      ...(lastProblem === undefined ? {} : { lastProblem }),
      ...(lastSuccessAtMs === undefined ? {} : { lastSuccessAtMs }),
    });
  }
}
