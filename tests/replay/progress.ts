import { formatCount } from "./check.ts";

export type ProgressFigures = {
  readonly told: number;
  readonly invoices: number;
  readonly unsent: number;
  readonly tillCrashes: number;
  readonly serverKills: number;
};

/** Standard output, as far as this needs it. */
export type ProgressOutput = { readonly isTTY?: boolean; write(text: string): unknown };

const PLAIN_LINE_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 100;

/** Says how far the replay is: one line redrawn on a terminal, a plain line now and then elsewhere. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #nowMs: () => number;
  #nextAtMs = 0;

  constructor(output: ProgressOutput, nowMs: () => number) {
    this.#output = output;
    this.#nowMs = nowMs;
  }

  /** A step of the replay that deserves its own line. */
  announce(step: string): void {
    this.#clearLine();
    this.#output.write(`${step}\n`);
  }

  show(figures: ProgressFigures): void {
    if (this.#nowMs() < this.#nextAtMs) return;
    const isTerminal = this.#output.isTTY === true;
    this.#nextAtMs = this.#nowMs() + (isTerminal ? REDRAW_EVERY_MS : PLAIN_LINE_EVERY_MS);
    this.#clearLine();
    this.#output.write(isTerminal ? progressLine(figures) : `${progressLine(figures)}\n`);
  }

  #clearLine(): void {
    if (this.#output.isTTY === true) this.#output.write("\r\u001b[K");
  }
}

function progressLine({ told, invoices, unsent, tillCrashes, serverKills }: ProgressFigures): string {
  const percent = Math.floor((100 * told) / invoices);
  return `  ${formatCount(told)}/${formatCount(invoices)} sales saved (${percent} %), ${formatCount(unsent)} unsent, ${tillCrashes} till crashes, ${serverKills} server kills`;
}
