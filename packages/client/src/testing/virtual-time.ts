import type { Clock, Timers } from "../environment/environment.ts";

interface Alarm {
  readonly atMs: number;
  readonly order: number;
  readonly fire: () => void;
}

/** Rounds of the event loop in which promises settle between two alarms. */
const SETTLE_ROUNDS = 3;
const ALARMS_MAX = 200_000;

/** Time that passes only when told to; alarms fire in order, and everything they set off settles between them. */
export class VirtualTime {
  #elapsedMs = 0;
  #wallStartMs: number;
  #alarms: Alarm[] = [];
  #order = 0;

  constructor(wallStartMs = Date.UTC(2026, 0, 31, 12)) {
    this.#wallStartMs = wallStartMs;
  }

  readonly clock: Clock = {
    nowMs: () => this.#wallStartMs + this.#elapsedMs,
    monotonicMs: () => this.#elapsedMs,
  };

  readonly timers: Timers = {
    set: (delayMs, fire) => {
      const alarm: Alarm = { atMs: this.#elapsedMs + Math.max(0, delayMs), order: (this.#order += 1), fire };
      this.#alarms.push(alarm);
      return () => {
        this.#alarms = this.#alarms.filter((other) => other !== alarm);
      };
    },
  };

  /** Someone sets the wall clock; the monotonic one does not notice. */
  setWallBy(ms: number): void {
    this.#wallStartMs += Math.round(ms);
  }

  /** The device sleeps: time goes by and no alarm fires; those that are overdue fire when it goes on. */
  sleep(ms: number): void {
    this.#elapsedMs += ms;
  }

  async advance(ms: number): Promise<void> {
    const endMs = this.#elapsedMs + ms;
    await this.settle();
    for (let fired = 0; fired < ALARMS_MAX; fired += 1) {
      const next = this.#nextAlarm(endMs);
      if (next === undefined) break;
      this.#alarms = this.#alarms.filter((other) => other !== next);
      this.#elapsedMs = Math.max(this.#elapsedMs, next.atMs);
      next.fire();
      await this.settle();
    }
    this.#elapsedMs = endMs;
  }

  async settle(): Promise<void> {
    for (let round = 0; round < SETTLE_ROUNDS; round += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  #nextAlarm(endMs: number): Alarm | undefined {
    return this.#alarms
      .filter((alarm) => alarm.atMs <= endMs)
      .toSorted((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }
}
