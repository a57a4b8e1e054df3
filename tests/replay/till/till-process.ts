import { mkdirSync } from "node:fs";
import { once } from "node:events";
import { openDuka } from "@duka/client";
import { createFetchTransport, createNodeEnvironment } from "@duka/client/node";
import { seededRandom } from "../seeded-random.ts";
import { crashingStorage, killingCrashPoint } from "./crashing-storage.ts";
import { sellInvoices } from "./sell-invoices.ts";
import { hurriedTimers, tillClock } from "./till-clock.ts";
import type { TillMessage, TillStart } from "./till-messages.ts";
import { unreliableTransport } from "./unreliable-transport.ts";

// One till as a process of its own: it is started with a `TillStart` message, tells its cashier what is saved,
// and may die at any moment. Its outbox file is all that survives.

/** Back-off has real seconds in mind; the replay has minutes for two weeks. */
const TIMES_FASTER = 20;

async function runTill(start: TillStart): Promise<void> {
  const random = (purpose: string) => seededRandom(start.seed, start.name, start.start, purpose);
  let isSettled = false;
  mkdirSync(start.folder, { recursive: true });
}
