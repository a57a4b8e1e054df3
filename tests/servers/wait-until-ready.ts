import { setTimeout as sleep } from "node:timers/promises";
import type { GuardedProcess } from "./guarded-process.ts";

const READY_WITHIN_MS = 60_000;
const POLL_EVERY_MS = 50;
const LOG_TAIL_CHARACTERS = 4_000;

/** Asks until the server answers; when it dies or stays silent, stops it and fails with the end of its log. */
export async function waitUntilReady(server: GuardedProcess, ask: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  let lastProblem: unknown = "no attempt was made";
  while (performance.now() < deadline && !server.hasExited()) {
    try {
      return await ask();
    } catch (problem) {
      lastProblem = problem;
    }
    await sleep(POLL_EVERY_MS);
  }
  const log = server.log().slice(-LOG_TAIL_CHARACTERS);
  await server.stop();
  throw new Error(`The database server did not come up: ${String(lastProblem)}\n${log}`);
}
