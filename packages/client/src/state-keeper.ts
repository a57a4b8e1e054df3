import { createObservable, type Observable } from "./observable.ts";
import type { Enqueued, Outbox, OutboxSummary } from "./outbox/outbox.ts";
import { contiguousThrough } from "./outbox/sequence-ranges.ts";
import type { Drain, DrainState } from "./push/drain.ts";
import type { SyncState } from "./sync-state.ts";

export interface StateKeeper {
  readonly state: Observable<SyncState>;
  /** The state follows a saved sale at once, without another reading. */
  noteEnqueued(enqueued: Enqueued): void;
  /** Reads the outbox again; calls that come while it reads share one more reading. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Keeps what a screen shows in step with the outbox and the drain. */
export async function createStateKeeper(outbox: Outbox, drain: Drain): Promise<StateKeeper> {
  let summary = await outbox.summary();
  const compose = (): SyncState => stateOf(summary, drain.state.get(), drain.readClock().offset_ms);
  const state = createObservable<SyncState>(compose());
  const stop = drain.state.subscribe(() => state.set(compose()));
  let reading: Promise<void> | undefined;
  let isStale = false;

  async function read(): Promise<void> {
    do {
      isStale = false;
      summary = await outbox.summary();
      state.set(compose());
    } while (isStale);
  }

  return {
    state,
    stop,
    noteEnqueued({ record, ledger }) {
      // A commit that ended later may be known here already.
      if (ledger.lastDeviceSeq < summary.ledger.lastDeviceSeq) return;
      summary = { ...summary, ledger, oldestUnsentAtMs: summary.oldestUnsentAtMs ?? record.occurredAtMs };
      state.set(compose());
    },
    refresh() {
      isStale = true;
      // A failed reading leaves the last state; the failure itself shows where it matters, when a sale is saved.
      reading ??= read()
        .catch(() => undefined)
        .finally(() => {
          reading = undefined;
        });
      return reading;
    },
  };
}

function stateOf(
  { ledger, oldestUnsentAtMs, corruptCount }: OutboxSummary,
  drain: DrainState,
  offsetMs: number | null,
): SyncState {
  return {
    ...drain,
    unsent: ledger.unsentCount,
    unsentValueMinor: ledger.unsentValueMinor,
    quarantined: ledger.quarantinedCount,
    stuck: ledger.stuckCount,
    corrupt: corruptCount,
    completeUpTo: contiguousThrough(ledger.confirmed),
    lastDeviceSeq: ledger.lastDeviceSeq,
    ...(oldestUnsentAtMs === undefined ? {} : { oldestUnsentAtMs }),
    ...(offsetMs === null ? {} : { clockOffsetMs: offsetMs }),
  };
}
