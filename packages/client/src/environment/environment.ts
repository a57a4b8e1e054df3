import type { CatalogueStorage } from "../catalogue/catalogue-storage.ts";
import type { OutboxStorage } from "../outbox/outbox-storage.ts";

/** Wall time orders nothing; monotonic time measures waits. Both in milliseconds. */
export interface Clock {
  nowMs(): number;
  monotonicMs(): number;
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
}

export interface Ids {
  /** A UUIDv7, lower-case. */
  newId(): string;
}

export interface Timers {
  /** Calls `fire` once after `delayMs`, unless the returned function is called before. */
  set(delayMs: number, fire: () => void): () => void;
}

export interface Lock {
  /** True when a holder that died is known to have let go, as with Web Locks. */
  readonly isExclusive: boolean;
  /** Runs `work` unless someone else holds `name`; then returns `"busy"` at once. Never steals. */
  tryWithLock<T>(name: string, work: () => Promise<T>): Promise<T | "busy">;
}

export interface Signals {
  /** Calls `wake` when something suggests that the link may be back: online, visible again, poke. */
  onWake(wake: () => void): () => void;
  isVisible(): boolean;
}

/** A hint between the tabs of one browser. Losing one must be harmless. */
export interface Hints {
  send(hint: string): void;
  onHint(listen: (hint: string) => void): () => void;
}

/** What the device says about its storage; null where it does not say. */
export interface StorageEstimate {
  readonly persisted: boolean | null;
  readonly usageBytes: number | null;
  readonly quotaBytes: number | null;
}

/** Everything that touches time, chance, storage or other tabs. Nothing else in the SDK may. */
export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly lock: Lock;
  readonly signals: Signals;
  readonly hints: Hints;
  readonly outboxStorage: OutboxStorage;
  readonly catalogueStorage: CatalogueStorage;
  /** gzip, where the platform offers it. */
  readonly compress?: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
  estimateStorage(): Promise<StorageEstimate>;
}
