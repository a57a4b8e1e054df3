import { flushCompileCache } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
import { type Duka, type Environment, openDuka } from "@duka/client";
import { createNodeEnvironment, createNodeTransport } from "@duka/client/node";
import { seededRandom } from "../seeded-random.ts";
import { crashingStorage, killingCrashPoint } from "./crashing-storage.ts";
import { sellInvoices } from "./sell-invoices.ts";
import { tillClock } from "./till-clock.ts";
import type { TillMessage, TillStart } from "./till-messages.ts";
import { watchedTransport } from "./watched-transport.ts";
import { unreliableTransport } from "./unreliable-transport.ts";

// One till as a process of its own. It is started with a `TillStart` message, tells its cashier what is saved, and may
// die at any moment: its outbox file and what the cashier was told are all that survives.

/** Back-off has real hours in mind; the replay has minutes for two weeks. */
const TIMES_FASTER = 10;
const DRAIN_POLL_MS = 20;
/** How long the link stays bad after the last sale, at most. */
const SETTLES_WITHIN_MS = 2_000;

process.once("message", (start: TillStart) => void runTill(start));
// Without a supervisor nobody is told anything any more.
process.once("disconnect", () => process.exit(1));

async function runTill(start: TillStart): Promise<void> {
  const random = (purpose: string) => seededRandom(start.seed, start.name, start.start, purpose);
  const real = createNodeEnvironment({ shopId: start.shopId, directory: start.folder });
  const till = tillClock(real.clock);
  let isSettled = false;
  const sure = createNodeTransport({ baseUrl: start.serverUrl, token: start.deviceToken });
  const watched = watchedTransport(sure, (missing) => void say({ kind: "loss", missing }));
  const transport = unreliableTransport(watched, {
    plan: start.plan,
    random: random("link"),
    isSettled: () => isSettled,
    onFault: (fault) => void say({ kind: "fault", fault }),
  });
  const crashPoint = killingCrashPoint(random("crash"), start.plan.storageCrash);
  const environment: Environment = {
    ...real,
    clock: till.clock,
    // A wait is this draw times a ceiling that grows to minutes. Deadlines stay as they are: the machine may be busy.
    random: { next: () => real.random.next() / TIMES_FASTER },
    outboxStorage: crashingStorage(real.outboxStorage, crashPoint),
    // The supervisor starts a process only after the one before it has ended, so a dead holder is known to be dead.
    lock: { ...real.lock, isExclusive: true },
  };
  const duka = await openDuka({
    shopId: start.shopId,
    device: { id: start.deviceId, name: start.name },
    environment,
    transport,
    appVersion: "replay",
  });
  // Killed processes write no cache; without this each restart would compile everything again.
  flushCompileCache();
  duka.start();
  await sellInvoices(
    { duka, till, random: random("cashier"), tell: (sale, unsent) => say({ kind: "told", sale, unsent }) },
    start.invoices,
  );
  await delay(random("settling").between(0, SETTLES_WITHIN_MS));
  isSettled = true;
  duka.syncNow();
  await untilDrained(duka);
  await say(drainedMessage(duka));
  await duka.close();
  process.disconnect();
}

/** The time limit is the supervisor's: whatever keeps a till from draining is a finding. */
async function untilDrained(duka: Duka): Promise<void> {
  for (let told = Number.NaN; duka.state.get().unsent > 0; await delay(DRAIN_POLL_MS)) {
    const { unsent } = duka.state.get();
    if (unsent !== told) await say({ kind: "state", unsent });
    told = unsent;
  }
}

function drainedMessage(duka: Duka): TillMessage {
  const { completeUpTo, lastDeviceSeq, quarantined, corrupt } = duka.state.get();
  return { kind: "drained", completeUpTo, lastDeviceSeq, quarantined, corrupt };
}

/** Resolves once the message has left this process: a crash after that cannot take it back. */
function say(message: TillMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
