import { assert } from "@duka/domain";
import type { PushItem, PushResult } from "@duka/protocol";
import type { SaleOutcome } from "../../sales/record-sales.ts";
import type { AnsweredItems } from "./answered-items.ts";
import type { ReadItem } from "./read-item.ts";

/** How long a device waits before it sends again what was damaged on its way. */
const DAMAGED_RETRY_AFTER_MS = 1_000;

/** A person has to mend the server first; the device may ask again now and then. */
const BROKEN_RETRY_AFTER_MS = 60_000;

/** The result of one item; `nextOutcome` is asked exactly once for each item that became a sale. */
export function answerItem(
  read: ReadItem,
  answered: AnsweredItems,
  nextOutcome: () => SaleOutcome | undefined,
): PushResult {
  const { item } = read;
  // A damaged item gets no final answer, not even an earlier one: these may not be the bytes it was about.
  if (read.kind === "damaged") return damagedResult(item);
  const earlier = answered.quarantineOf(item);
  if (earlier !== undefined) return quarantinedResult(item, earlier);
  if (read.kind === "unreadable") return quarantinedResult(item, read);
  const outcome = nextOutcome();
  assert(outcome?.externalId === item.id, "outcomes come in the order of the sales");
  return saleResult(outcome);
}

function damagedResult(item: PushItem): PushResult {
  return {
    id: item.id,
    status: "retry",
    code: "damaged_in_transit",
    detail: "The sha256 does not fit the body. Send the item again.",
    retry_after_ms: DAMAGED_RETRY_AFTER_MS,
  };
}

type Reason = { readonly code: string; readonly detail: string };

function quarantinedResult({ id }: PushItem, { code, detail }: Reason): PushResult {
  return { id, status: "quarantined", code, detail };
}

function saleResult(outcome: SaleOutcome): PushResult {
  const { externalId: id } = outcome;
  if (outcome.status === "failed") return brokenResult(id);
  if (outcome.status === "refused") return { id, status: "quarantined", code: outcome.code, detail: outcome.detail };
  if (outcome.status === "mismatch") {
    const detail = `The sale is known with other content. They differ in: ${outcome.differences.join(", ")}.`;
    return { id, status: "mismatch", sale_id: outcome.saleId, code: "external_id_reused", detail };
  }
  return { id, status: outcome.status, sale_id: outcome.saleId, flags: [...outcome.flags] };
}

function brokenResult(id: string): PushResult {
  const detail = "The server broke on this item and kept nothing of it. It is reported; send it again later.";
  return { id, status: "retry", code: "internal_error", detail, retry_after_ms: BROKEN_RETRY_AFTER_MS };
}
