import type { Environment } from "../environment/environment.ts";
import type { Transport } from "../environment/transport.ts";
import { choosePrunable } from "../outbox/choose-prunable.ts";
import type { Outbox, OutboxSummary } from "../outbox/outbox.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { buildPushRequest, ITEMS_BYTES_MAX } from "./build-push-request.ts";
import { type ClockSample, readClock } from "./clock-offset.ts";
import type { CycleReport } from "./decide-next.ts";
import type { Pace } from "./pace.ts";
import { selectBatch } from "./select-batch.ts";
import { type PushExchange, readInstant, REQUEST_DEADLINE_MS, sendPush } from "./send-push.ts";
import { changesAfter, isolate } from "./settle.ts";

/** Past the deadline of the request, so that a lease outlives the request that it covers. */
const LEASE_MS = REQUEST_DEADLINE_MS + 15_000;
const REOFFER_RECORDS_MAX = 1_000;
const PRUNE_RECORDS_MAX = 500;

export interface PushContext {
  readonly outbox: Outbox;
  readonly environment: Environment;
  readonly transport: Transport;
  readonly device: { readonly id: string };
  readonly appVersion: string;
  /** This drain, as its leases name it. */
  readonly owner: string;
}

export interface CycleInput {
  readonly pace: Pace;
  readonly clockSamples: readonly ClockSample[];
  /** Take over every lease: whoever held them is gone. */
  readonly takesOver: boolean;
  /** Send also when there is nothing to send, to report and to hear what the server lacks. */
  readonly isHeartbeat: boolean;
}

/** One batch: choose, lease, send, settle. Runs under the lock. Rejects only when the storage does. */
export async function runPushCycle(context: PushContext, input: CycleInput): Promise<CycleReport> {
  const { outbox } = context;
  const { records, nextDueMs } = await leaseBatch(context, input);
  if (records.length === 0 && !input.isHeartbeat) return { kind: "nothing_due", nextDueMs };
  const summary = await outbox.summary();
  const exchange = await exchangeBatch(context, input, { records, summary });
  const facts = { records, owner: context.owner, nowMs: nowMs(context), chance: context.environment.random.next() };
  const isolated = exchange.outcome.kind === "answered" ? isolate(input.pace.suspects, facts) : [];
  await outbox.apply([...changesAfter(exchange.outcome, facts), ...isolated]);
  await followUp(context, exchange);
  return { kind: "exchanged", sent: records, unsentCount: summary.ledger.unsentCount, exchange };
}

async function leaseBatch({ outbox, environment, owner }: PushContext, { pace, takesOver }: CycleInput) {
  const at = environment.clock.nowMs();
  const limits = { itemsMax: pace.itemsMax, bytesMax: ITEMS_BYTES_MAX, nowMs: at, owner, takesOver };
  const choice = await selectBatch(outbox, limits, pace.resumeAfter);
  if (choice.records.length === 0) return choice;
  const event = { type: "lease", lease: { owner, expiresAtMs: at + LEASE_MS }, nowMs: at, takesOver } as const;
  const records = await outbox.apply(choice.records.map(({ deviceSeq }) => ({ deviceSeq, event })));
  return { records, nextDueMs: choice.nextDueMs };
}

async function exchangeBatch(
  context: PushContext,
  input: CycleInput,
  { records, summary }: { records: readonly OutboxRecord[]; summary: OutboxSummary },
): Promise<PushExchange> {
  const { environment } = context;
  const batchId = environment.ids.newId();
  const text = buildPushRequest({
    batchId,
    deviceId: context.device.id,
    appVersion: context.appVersion,
    summary,
    storage: await environment.estimateStorage(),
    clock: readClock(input.clockSamples, readInstant(environment)),
    records,
  });
  return sendPush(context, text, { batchId, ids: records.map((record) => record.id) });
}

/** What an answer asks for beside its results: give back what the server lost, let go of what is safe everywhere. */
async function followUp(context: PushContext, { outcome }: PushExchange): Promise<void> {
  if (outcome.kind !== "answered") return;
  const { missing, durable_through: durableThrough } = outcome.response;
  if (missing.length > 0) {
    await context.outbox.reoffer(missing, REOFFER_RECORDS_MAX);
    return;
  }
  // Nearly always the oldest may not go; only then is it worth reading more.
  const oldest = await findPrunable(context, durableThrough, 1);
  const prunable = oldest.length === 0 ? [] : await findPrunable(context, durableThrough, PRUNE_RECORDS_MAX);
  if (prunable.length === 0) return;
  await context.outbox.apply(prunable.map((deviceSeq) => ({ deviceSeq, event: { type: "prune" } })));
}

async function findPrunable(context: PushContext, durableThrough: number | null, limit: number): Promise<number[]> {
  const { ledger } = await context.outbox.summary();
  const acked = await context.outbox.listAcked(limit);
  const { ackedCount, lastDeviceSeq } = ledger;
  return choosePrunable({ acked, ackedCount, durableThrough, lastDeviceSeq, nowMs: nowMs(context) });
}

function nowMs({ environment }: PushContext): number {
  return environment.clock.nowMs();
}
