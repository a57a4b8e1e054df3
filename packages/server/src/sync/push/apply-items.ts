import { assert, type SaleToRecord } from "@duka/domain";
import type { PushResult } from "@duka/protocol";
import type { LockedShop } from "../../database/locked-shop.ts";
import type { Trx } from "../../database/schema.ts";
import type { recordInShop } from "../../sales/record-in-shop.ts";
import { answerItem } from "./answer-item.ts";
import { type AnsweredItems, readAnswered } from "./answered-items.ts";
import type { ReadItem } from "./read-item.ts";
import { type AnswerScope, storeAnswers } from "./store-answers.ts";

export type Application = AnswerScope & {
  readonly items: readonly ReadItem[];
  /** Whose a sale is that names no cashier. */
  readonly enrolledBy: number;
  readonly recordInShop: typeof recordInShop;
};

/**
 * Applies items in the shop's transaction: one result per item, in their order. Every final result leaves
 * its row here, so that it commits together with the effects it speaks of, or not at all.
 */
export async function applyItems(trx: Trx, shop: LockedShop, application: Application): Promise<readonly PushResult[]> {
  const { items, key, receivedAtMs } = application;
  const answered = await readAnswered(trx, key, items);
  const sales = items.flatMap((read) => saleOf(read, answered, application));
  const recorded = sales.length === 0 ? [] : await application.recordInShop(trx, shop, { sales, nowMs: receivedAtMs });
  assert(recorded.length === sales.length, "every sale gets exactly one result");
  const remaining = recorded.values();
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
