import { type ChildProcess, fork } from "node:child_process";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { seededRandom } from "../seeded-random.ts";
import type { TillMessage, TillStart } from "./till-messages.ts";

/** What a till came to once everything it had was on the server. */
export type TillOutcome = Extract<TillMessage, { kind: "drained" }> & { readonly crashes: number };

export type TillWatch = {
  readonly onMessage: (message: TillMessage) => void;
  /** What is still to be rung up when a till starts (again). */
  readonly remaining: () => TillStart["invoices"];
};

/** A till that dies more often than this is not unlucky but broken. */
const STARTS_MAX = 400;
const OUTSIDE_KILL_DELAY_MAX_MS = 40;
const PROGRAM = new URL("./till-process.ts", import.meta.url);

/** Keeps one till running, process after process, until one says that it is drained. */
export async function superviseTill(
  till: Omit<TillStart, "start" | "invoices">,
  watch: TillWatch,
): Promise<TillOutcome> {
  for (let start = 1; start <= STARTS_MAX; start += 1) {
    const drained = await runProcess({ ...till, start, invoices: watch.remaining() }, watch);
    if (drained !== undefined) return { ...drained, crashes: start - 1 };
  }
  throw new Error(`${till.name} was started ${STARTS_MAX} times and never drained.`);
}

type Drained = Extract<TillMessage, { kind: "drained" }>;

/** One process of a till; undefined when it was killed. */
async function runProcess(start: TillStart, watch: TillWatch): Promise<Drained | undefined> {
  const child = fork(PROGRAM, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(start.folder), "compile-cache") },
  });
  const random = seededRandom(start.seed, start.name, start.start, "outside kill");
  let drained: Drained | undefined;
  child.on("message", (message: TillMessage) => {
    watch.onMessage(message);
    if (message.kind === "drained") drained = message;
    if (message.kind === "told" && random.chance(start.plan.outsideKill)) {
      void killSoon(child, random.between(0, OUTSIDE_KILL_DELAY_MAX_MS));
    }
  });
  child.send(start);
  const { code, signal } = await exitOf(child);
  if (drained !== undefined || signal === "SIGKILL") return drained;
  throw new Error(`${start.name} ended by itself with ${signal ?? `exit code ${code}`}; see its output above.`);
}

async function killSoon(child: ChildProcess, delayMs: number): Promise<void> {
  await delay(delayMs);
  child.kill("SIGKILL");
}

function exitOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}
