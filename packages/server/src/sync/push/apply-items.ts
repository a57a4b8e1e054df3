import { assert, type SaleToRecord } from "@duka/domain";
import type { PushItem, PushResult } from "@duka/protocol";
import type { LockedShop } from "../../database/locked-shop.ts";
import type { Trx } from "../../database/schema.ts";
import { recordBisecting } from "../../sales/ingest/record-bisecting.ts";
import type { SaleOutcome } from "../../sales/record-sales.ts";
import { answerItem } from "./answer-item.ts";
import { type AnsweredItems, readAnswered } from "./answered-items.ts";
import type { ReadItem } from "./read-item.ts";
import { type AnswerScope, storeAnswers } from "./store-answers.ts";

export type Application = AnswerScope & {
  readonly items: readonly ReadItem[];
  /** Whose a sale is that names no cashier. */
  readonly enrolledBy: number;
  /** Told of an item on which the server itself broke. */
  readonly reportBrokenItem: (item: PushItem, error: unknown) => void;
};

/**
 * Applies items in the shop's transaction: one result per item, in their order. Every final result leaves
 * its row here, so that it commits together with the effects it speaks of, or not at all.
 */
export async function applyItems(trx: Trx, shop: LockedShop, application: Application): Promise<readonly PushResult[]> {
  const { items, key, receivedAtMs } = application;
  const answered = await readAnswered(trx, key, items);
  const sales = items.flatMap((read) => saleOf(read, answered, application));
  const outcomes = sales.length === 0 ? [] : await recordBisecting(trx, shop, { sales, nowMs: receivedAtMs });
  assert(outcomes.length === sales.length, "every sale gets exactly one outcome");
  reportBroken(application, outcomes);
  const remaining = outcomes.values();
  const answers = items.map((read) => ({
    item: read.item,
    result: answerItem(read, answered, () => remaining.next().value),
    isQuarantinedAlready: answered.quarantineOf(read.item) !== undefined,
  }));
  await storeAnswers(trx, answers, application);
  return answers.map((answer) => answer.result);
}

function saleOf(read: ReadItem, answered: AnsweredItems, { key, enrolledBy, receivedAtMs }: Application) {
  if (read.kind !== "sale" || answered.quarantineOf(read.item) !== undefined) return [];
  const { item, content, fingerprint } = read;
  const sale: SaleToRecord = {
    externalId: item.id,
    content,
    fingerprint,
    soldByUserId: enrolledBy,
    receivedAtMs,
    device: { id: key.deviceId, incarnation: key.incarnation, deviceSeq: item.device_seq },
    clock: {
      deviceTimeMs: item.clock.device_time_ms,
      offsetMs: item.clock.offset_ms,
      errorMs: item.clock.error_ms,
    },
    flags: answered.isFork(item) ? ["device_fork"] : [],
  };
  return [sale];
}

function reportBroken({ items, reportBrokenItem }: Application, outcomes: readonly SaleOutcome[]): void {
  for (const outcome of outcomes) {
    if (outcome.status !== "failed") continue;
    const broken = items.find((read) => read.item.id === outcome.externalId);
    if (broken !== undefined) reportBrokenItem(broken.item, outcome.error);
  }
}
