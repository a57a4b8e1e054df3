import { uuidv7 } from "uuidv7";
import type { Clock, Hints, Ids, Lock, Random, Timers } from "./environment.ts";

/** What browsers and Node have in common. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

export const realRandom: Random = { next: () => Math.random() };

/** UUIDv7 from the platform's cryptographic randomness; it is there on plain http too, unlike `crypto.randomUUID`. */
export const realIds: Ids = { newId: () => uuidv7() };

export const realTimers: Timers = {
  set(delayMs, fire) {
    const timer = setTimeout(fire, delayMs);
    return () => clearTimeout(timer);
  },
};

/** gzip by the platform's own compressor, where it has one. */
export const realCompress = typeof CompressionStream === "undefined" ? undefined : gzip;

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const held = new Set<string>();

/** Exclusive within this page or process; across others the leases on the records alone keep order. */
export const localLock: Lock = {
  isExclusive: false,
  async tryWithLock(name, work) {
    if (held.has(name)) return "busy";
    held.add(name);
    try {
      return await work();
    } finally {
      held.delete(name);
    }
  },
};

/** Hints over a BroadcastChannel; none where there is no such thing. */
export function createHints(name: string): Hints {
  if (typeof BroadcastChannel === "undefined") return { send: () => undefined, onHint: () => () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    send(hint) {
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
        channel.postMessage(hint);
      } catch {
        // Closed while the page goes away. Losing a hint is harmless.
      }
    },
    onHint(listen) {
      channel.addEventListener("message", (event: MessageEvent<unknown>) => {
        if (typeof event.data === "string") listen(event.data);
      });
      return () => channel.close();
    },
  };
}
