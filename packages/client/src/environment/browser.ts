import { createIndexedDbCatalogueStorage } from "../catalogue/storage/indexed-db-catalogue-storage.ts";
import { createIndexedDbOutboxStorage } from "../outbox/storage/indexed-db-outbox-storage.ts";
import type { Environment, Lock, Signals, StorageEstimate } from "./environment.ts";
import { createFetchTransport } from "./fetch-transport.ts";
import { createHints, localLock, realClock, realCompress, realIds, realRandom, realTimers } from "./platform.ts";
import type { Transport } from "./transport.ts";

/** How long the browser's word on its storage is taken as current. */
const ESTIMATE_FRESH_MS = 10 * 60_000;

/** The real browser, for one shop: its outbox and its catalogue cache are databases of their own. */
export function createBrowserEnvironment({ shopId }: { readonly shopId: string }): Environment {
  return {
    clock: realClock,
    random: realRandom,
    ids: realIds,
    timers: realTimers,
    lock: createWebLock(),
    signals: createBrowserSignals(),
    hints: createHints(`duka-hints-${shopId}`),
    outboxStorage: createIndexedDbOutboxStorage(`duka-outbox-${shopId}`),
    catalogueStorage: createIndexedDbCatalogueStorage(`duka-catalogue-${shopId}`),
    ...(realCompress === undefined ? {} : { compress: realCompress }),
    estimateStorage: createStorageEstimate(),
  };
}

/** Requests to the page's own server, with its cookies. */
export function createBrowserTransport(): Transport {
  return createFetchTransport({ baseUrl: "" });
}

/** Asks the browser not to evict the shop's databases. False where it refuses or cannot say. */
export async function askForPersistentStorage(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}

/** Web Locks are let go when a page dies. On plain http there are none: then the leases keep order alone. */
function createWebLock(): Lock {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) return localLock;
  return {
    isExclusive: true,
    // Typed as callback results; the callback's promise is what the request resolves to.
    tryWithLock: <T>(name: string, work: () => Promise<T>) =>
      locks.request(
        name,
        { ifAvailable: true },
        async (lock): Promise<T | "busy"> => (lock === null ? "busy" : work()),
      ),
  };
}

function createBrowserSignals(): Signals {
  return {
    isVisible: () => typeof document === "undefined" || document.visibilityState === "visible",
    onWake(wake) {
      const stops = [listen(globalThis, "online", wake), listen(globalThis, "pageshow", wake)];
      if (typeof document !== "undefined") {
        stops.push(
          listen(document, "visibilitychange", () => {
            if (document.visibilityState === "visible") wake();
          }),
        );
      }
      return () => stops.forEach((stop) => stop());
    },
  };
}

function listen(target: EventTarget, event: string, handle: () => void): () => void {
  target.addEventListener(event, handle);
  return () => target.removeEventListener(event, handle);
}

function createStorageEstimate(): () => Promise<StorageEstimate> {
  let known: { readonly atMs: number; readonly estimate: StorageEstimate } | undefined;
  return async () => {
    const nowMs = performance.now();
    if (known === undefined || nowMs - known.atMs > ESTIMATE_FRESH_MS) {
      known = { atMs: nowMs, estimate: await askBrowser() };
    }
    return known.estimate;
  };
}

async function askBrowser(): Promise<StorageEstimate> {
  try {
    const [persisted, estimate] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
    return { persisted, usageBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null };
  } catch {
    return { persisted: null, usageBytes: null, quotaBytes: null };
  }
}
