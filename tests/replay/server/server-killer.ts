import { setTimeout as delay } from "node:timers/promises";
import type { SeededRandom } from "../seeded-random.ts";
import type { ServerProcess } from "../../servers/server-process.ts";

/** Kills the server a number of times, spread over the sales, and starts it again after a while. */
export class ServerKiller {
  kills = 0;
  readonly #server: ServerProcess;
  readonly #random: SeededRandom;
  /** Counts of told sales at which the server dies, ascending. */
  readonly #killAt: number[];
  #restart: Promise<void> = Promise.resolve();
  #isDown = false;

  constructor(
    server: ServerProcess,
    { random, kills, sales }: { readonly random: SeededRandom; readonly kills: number; readonly sales: number },
  ) {
    this.#server = server;
    this.#random = random;
    this.#killAt = Array.from({ length: kills }, () => random.between(1, sales)).toSorted(
      (left, right) => left - right,
    );
  }

  /** To be told whenever sales were told. */
  onSales(told: number): void {
    const next = this.#killAt[0];
    if (this.#isDown || next === undefined || told < next) return;
    this.#killAt.shift();
    this.kills += 1;
    this.#isDown = true;
    this.#restart = this.#killAndRestart();
  }

  /** Resolves once the server is up again; rejects if it did not come up. */
  async settled(): Promise<void> {
    await this.#restart;
  }

  async #killAndRestart(): Promise<void> {
    await delay(this.#random.between(0, KILL_DELAY_MAX_MS));
    await this.#server.kill();
    await delay(this.#random.between(0, DOWN_MAX_MS));
    await this.#server.start();
    this.#isDown = false;
  }
}

/** So that it dies at any moment of its work, not just after a sale was told. */
const KILL_DELAY_MAX_MS = 100;
const DOWN_MAX_MS = 1_000;
