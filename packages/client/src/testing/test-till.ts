import { createMemoryCatalogueStorage } from "../catalogue/storage/memory-catalogue-storage.ts";
import type { CatalogueStorage } from "../catalogue/catalogue-storage.ts";
import type { Duka } from "../duka.ts";
import type { Environment, Lock } from "../environment/environment.ts";
import type { Transport } from "../environment/transport.ts";
import { openDuka } from "../open-duka.ts";
import { createMemoryOutboxStorage, type MemoryOutbox } from "../outbox/storage/memory-outbox-storage.ts";
import { TEST_DEVICE_ID, TEST_SHOP_ID } from "./sale-drafts.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What survives when a till's process dies. */
export interface TestDevice {
  readonly outbox: MemoryOutbox;
  readonly catalogue: CatalogueStorage;
  /** Locks are the browser's; a process that dies lets go of its own. */
  readonly lockHolders: Map<string, object>;
}

export interface TestTill {
  readonly duka: Duka;
  readonly environment: Environment;
  /** The process ends here and now: no timer fires, no call returns, the locks are free. */
  kill(): void;
  /** Dies at the n-th storage call from now. */
  killAtStorageCall(n: number): void;
  isDead(): boolean;
  /** The page is shown or hidden, or the link is said to be back. */
  wake(isVisible?: boolean): void;
}

export interface TillWorld {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly transport: Transport;
  readonly device: TestDevice;
  readonly changes?: Partial<Environment>;
}

export function newTestDevice(): TestDevice {
  return {
    outbox: { ledger: undefined, rows: new Map() },
    catalogue: createMemoryCatalogueStorage(),
    lockHolders: new Map(),
  };
}

/** Starts a process on the device: a page, or the app after a restart. */
export async function startTill({ time, random, transport, device, changes = {} }: TillWorld): Promise<TestTill> {
  const process = { isDead: false };
  let storageCallsLeft = Number.POSITIVE_INFINITY;
  let wakeUp = doNothing;
  let isVisible = true;
  const kill = (): void => {
    process.isDead = true;
    for (const [name, holder] of device.lockHolders) if (holder === process) device.lockHolders.delete(name);
  };
  const fault = (): void => {
    storageCallsLeft -= 1;
    if (storageCallsLeft === 0) kill();
    if (process.isDead) throw new Error("the process is dead");
  };
  const environment: Environment = {
    clock: time.clock,
    random,
    ids: { newId: () => randomId(random) },
    timers: { set: (delayMs, fire) => time.timers.set(delayMs, () => (process.isDead ? undefined : fire())) },
    lock: lockOf(device, process),
    signals: {
      isVisible: () => isVisible,
      onWake(wake) {
        wakeUp = wake;
        return () => undefined;
      },
    },
    hints: { send: () => undefined, onHint: () => () => undefined },
    outboxStorage: createMemoryOutboxStorage(device.outbox, fault),
    catalogueStorage: device.catalogue,
    estimateStorage: async () => ({ persisted: true, usageBytes: 1, quotaBytes: 2 }),
    ...changes,
  };
  const duka = await openDuka({
    shopId: TEST_SHOP_ID,
    device: { id: TEST_DEVICE_ID, name: "Till 1" },
    environment,
    transport,
    appVersion: "test",
  });
  return {
    duka,
    environment,
    kill,
    killAtStorageCall(n) {
      storageCallsLeft = n;
    },
    isDead: () => process.isDead,
    wake(visible = true) {
      isVisible = visible;
      wakeUp();
    },
  };
}

function doNothing(): void {}

function lockOf({ lockHolders }: TestDevice, process: object): Lock {
  return {
    isExclusive: true,
    async tryWithLock(name, work) {
      if (lockHolders.has(name)) return "busy";
      lockHolders.set(name, process);
      try {
        return await work();
      } finally {
        if (lockHolders.get(name) === process) lockHolders.delete(name);
      }
    },
  };
}

function randomId(random: SeededRandom): string {
  const hex = (digits: number): string =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
}
