import { SOURCE_DEVICE_LENGTH_MAX } from "@duka/domain";
import { createLocalCatalogue } from "./catalogue/local-catalogue.ts";
import type { Duka } from "./duka.ts";
import { DukaError } from "./duka-error.ts";
import type { Clock, Environment } from "./environment/environment.ts";
import type { Transport } from "./environment/transport.ts";
import { openOutbox, type Outbox } from "./outbox/outbox.ts";
import { contiguousThrough } from "./outbox/sequence-ranges.ts";
import type { PullReport } from "./pull/pull-cycle.ts";
import { Puller } from "./pull/puller.ts";
import type { ClockSample } from "./push/clock-offset.ts";
import type { CycleReport } from "./push/decide-next.ts";
import { Drain } from "./push/drain.ts";
import { readInstant } from "./push/send-push.ts";
import { checkStorage, recordSale, type Recorder, saleProblems } from "./sale/record-sale.ts";
import { saleOf } from "./sale/sale-of.ts";
import { createStateKeeper } from "./state-keeper.ts";

export interface DukaOptions {
  readonly shopId: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly environment: Environment;
  readonly transport: Transport;
  readonly appVersion: string;
}

/** A stored offset is from another run of the app; the clock may have been set since. */
const STORED_OFFSET_DOUBT_MS = 60_000;
/** Offsets closer than this are not worth a write. */
const OFFSET_CHANGE_MS = 1_000;

/** Opens the offline SDK of one till. Rejects when the device's storage cannot be used: then nothing may be sold. */
export async function openDuka(options: DukaOptions): Promise<Duka> {
  const { transport, shopId, device, appVersion } = options;
  const environment = { ...options.environment, clock: wholeMilliseconds(options.environment.clock) };
  const { ids, hints, signals, catalogueStorage } = environment;
  const outbox = await openOrExplain(environment, shopId);
  const drain = new Drain(
    { outbox, environment, transport, device, appVersion, owner: ids.newId() },
    {
      lockName: `duka-push-${shopId}`,
      clockSamples: await storedSamples(outbox, environment),
      onCycle: (report) => inBackground(afterPush(report)),
    },
  );
  const puller = new Puller(
    { environment, storage: catalogueStorage, transport },
    {
      lockName: `duka-pull-${shopId}`,
      onPage: () => tellCatalogue(),
      onReport: (report) => inBackground(afterPull(report)),
    },
  );
  const catalogue = createLocalCatalogue({ storage: catalogueStorage, outbox, onRefresh: () => puller.wake() });
  const keeper = await createStateKeeper(outbox, drain);
  const recorder: Recorder = {
    outbox,
    cache: catalogueStorage,
    deviceName: device.name.slice(0, SOURCE_DEVICE_LENGTH_MAX),
    newId: () => ids.newId(),
    readClock: () => drain.readClock(),
  };
  let isClosed = false;

  async function afterPush(report: CycleReport): Promise<void> {
    if (isClosed) return;
    await keeper.refresh();
    if (report.kind !== "exchanged" || report.exchange.outcome.kind !== "answered") return;
    hints.send("pushed");
    await rememberClock(outbox, drain);
  }

  async function afterPull(report: PullReport): Promise<void> {
    if (isClosed) return;
    catalogue.problem(report.kind === "failed" ? report.detail : undefined);
    if (report.kind !== "level") return;
    drain.noteClock(report.sample);
    const { ledger } = await outbox.summary();
    const { incarnation, contiguous_device_seq: known } = report.page.ack;
    const serverHas = incarnation === ledger.incarnation ? known : 0;
    // A server that went back in time shows it here, also to a till that has nothing to send.
    if (serverHas < contiguousThrough(ledger.confirmed)) drain.wake("report");
  }

  function tellCatalogue(): void {
    if (isClosed) return;
    hints.send("pulled");
    inBackground(catalogue.rowsChanged());
  }

  const stopHints = hints.onHint((hint) => {
    if (hint === "queued") drain.wake("queued");
    if (hint === "pulled") inBackground(catalogue.rowsChanged());
    else catalogue.salesChanged();
    inBackground(keeper.refresh());
  });
  const stopSignals = signals.onWake(() => {
    drain.wake("link");
    puller.wake();
  });
  const assertOpen = (): void => {
    if (isClosed) throw new DukaError("closed", "This till was closed.");
  };

  await catalogue.rowsChanged().catch(() => undefined);
  return {
    state: keeper.state,
    catalogue,
    checkSale: (draft) => saleProblems(draft, recorder),
    checkStorage: () => checkStorage(recorder),
    async recordSale(draft) {
      assertOpen();
      const enqueued = await recordSale(draft, recorder);
      keeper.noteEnqueued(enqueued);
      drain.wake("queued");
      hints.send("queued");
      catalogue.salesChanged();
      return saleOf(enqueued.record);
    },
    listUnsent: () => outbox.listUnsent(),
    listQuarantined: () => outbox.listQuarantined(),
    listRecent: (limit) => outbox.listRecent(limit),
    listCorrupt: () => outbox.listCorrupt(),
    unseenReceipts: async () => (await outbox.listUnseenReceipts()).map(saleOf),
    markReceiptSeen: (id) => outbox.markReceiptSeen(id),
    syncNow() {
      drain.wake("person");
      puller.wake();
    },
    start() {
      drain.start();
      puller.start();
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      stopHints();
      stopSignals();
      await Promise.all([drain.stop(), puller.stop()]);
      keeper.stop();
      await Promise.all([outbox.close(), catalogueStorage.close()]);
    },
  };
}

/** Instants are whole on the wire and in storage; not every clock counts so. */
function wholeMilliseconds(clock: Clock): Clock {
  return { nowMs: () => Math.round(clock.nowMs()), monotonicMs: () => clock.monotonicMs() };
}

/** A storage that fails here takes nothing with it: it shows where it matters, in the next cycle or the next sale. */
function inBackground(work: Promise<void>): void {
  work.catch(() => undefined);
}

async function openOrExplain(environment: Environment, shopId: string): Promise<Outbox> {
  try {
    return await openOutbox(environment.outboxStorage, { shopId, newId: () => environment.ids.newId() });
  } catch (cause) {
    throw new DukaError("storage_failed", "This device's storage cannot be used, so nothing can be sold on it.", {
      cause,
    });
  }
}

async function storedSamples(outbox: Outbox, environment: Environment): Promise<readonly ClockSample[]> {
  const stored = (await outbox.summary()).ledger.clock;
  if (stored === undefined) return [];
  const { offsetMs, errorMs } = stored;
  return [{ offsetMs, errorMs: errorMs + STORED_OFFSET_DOUBT_MS, ...readInstant(environment) }];
}

async function rememberClock(outbox: Outbox, drain: Drain): Promise<void> {
  const { offset_ms: offsetMs, error_ms: errorMs } = drain.readClock();
  if (offsetMs === null || errorMs === null) return;
  const stored = (await outbox.summary()).ledger.clock;
  if (stored !== undefined && Math.abs(stored.offsetMs - offsetMs) < OFFSET_CHANGE_MS) return;
  await outbox.noteClock({ offsetMs, errorMs });
}
