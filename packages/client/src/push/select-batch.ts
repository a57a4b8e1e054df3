import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { itemBytes } from "./build-push-request.ts";
import { type BatchChoice, type BatchLimits, chooseBatch } from "./choose-batch.ts";

const PAGE_RECORDS_MIN = 25;
const PAGE_RECORDS_MAX = 200;

/** Reads the queue until a batch is full: from where the pace says, then from the oldest. */
export async function selectBatch(outbox: Outbox, limits: BatchLimits, resumeAfter: number): Promise<BatchChoice> {
  const later = await readUntilFull(outbox, limits, resumeAfter);
  if (resumeAfter === 0 || later.records.some((record) => !record.sendAlone)) return later;
  const all = await readUntilFull(outbox, limits, 0);
  return all.records.length > 0 ? all : later;
}

async function readUntilFull(outbox: Outbox, limits: BatchLimits, after: number): Promise<BatchChoice> {
  const pageRecords = Math.min(PAGE_RECORDS_MAX, Math.max(PAGE_RECORDS_MIN, limits.itemsMax));
  const unsent: OutboxRecord[] = [];
  let last: number | undefined = after;
  let choice: BatchChoice = { records: [], nextDueMs: undefined };
  // Ends because every page begins above the one before.
  while (last !== undefined) {
    const page: Awaited<ReturnType<Outbox["unsentAfter"]>> = await outbox.unsentAfter(last, pageRecords);
    unsent.push(...page.records);
    choice = chooseBatch(unsent, limits, itemBytes);
    const isFull = choice.records.length >= limits.itemsMax && choice.records.some((record) => !record.sendAlone);
    last = isFull || isOverBytes(unsent, limits) ? undefined : page.lastSeen;
  }
  return choice;
}

/** Enough was read to fill the bytes of a batch many times over; what is left can wait for the next one. */
function isOverBytes(unsent: readonly OutboxRecord[], limits: BatchLimits): boolean {
  const readable = unsent.filter((record) => !record.sendAlone);
  return readable.reduce((sum, record) => sum + record.body.length, 0) > 2 * limits.bytesMax;
}
