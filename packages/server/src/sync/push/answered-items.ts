import type { PushItem } from "@duka/protocol";
import type { Trx } from "../../database/schema.ts";
import { type OutboxKey, readResultsOfNumbers } from "./device-results.queries.ts";
import { type KnownQuarantine, readQuarantined } from "./quarantine.queries.ts";
import type { ReadItem } from "./read-item.ts";

/** What this server said about some numbers before, and what they stand for in this push. */
export type AnsweredItems = {
  /** The item's stored quarantine: sent again, it gets the same answer again. */
  readonly quarantineOf: (item: PushItem) => Pick<KnownQuarantine, "code" | "detail"> | undefined;
  /** Whether the item's number stands for another item as well: the outbox was cloned. */
  readonly isFork: (item: PushItem) => boolean;
};

export async function readAnswered(trx: Trx, key: OutboxKey, items: readonly ReadItem[]): Promise<AnsweredItems> {
  const numbers = [...new Set(items.map((read) => read.item.device_seq))];
  const results = await readResultsOfNumbers(trx, key, numbers);
  const quarantined = results.some((result) => result.status === "quarantined")
    ? await readQuarantined(trx, key, numbers)
    : [];
  const holders = firstHolders([
    ...results.map((result): Holder => [result.device_seq, result.item_id]),
    ...items.map(({ item }): Holder => [item.device_seq, item.id]),
  ]);
  return {
    quarantineOf: (item) => quarantined.find((row) => row.item_id === item.id && row.sha256 === item.sha256),
    isFork: (item) => holders.get(item.device_seq) !== item.id,
  };
}

type Holder = readonly [deviceSeq: number, itemId: string];

function firstHolders(holders: readonly Holder[]): ReadonlyMap<number, string> {
  const first = new Map<number, string>();
  for (const [deviceSeq, itemId] of holders) if (!first.has(deviceSeq)) first.set(deviceSeq, itemId);
  return first;
}
