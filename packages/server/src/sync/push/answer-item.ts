import { assert, type SaleResult } from "@duka/domain";
import type { PushItem, PushResult } from "@duka/protocol";
import type { AnsweredItems } from "./answered-items.ts";
import type { ReadItem } from "./read-item.ts";

/** How long a device waits before it sends again what was damaged on its way. */
const DAMAGED_RETRY_AFTER_MS = 1_000;

/** The result of one item; `nextSaleResult` is asked exactly once for each item that became a sale. */
export function answerItem(
  read: ReadItem,
  answered: AnsweredItems,
  nextSaleResult: () => SaleResult | undefined,
): PushResult {
  const { item } = read;
  // A damaged item gets no final answer, not even an earlier one: these may not be the bytes it was about.
  if (read.kind === "damaged") return damagedResult(item);
  const earlier = answered.quarantineOf(item);
  if (earlier !== undefined) return quarantinedResult(item, earlier);
  if (read.kind === "unreadable") return quarantinedResult(item, read);
  const result = nextSaleResult();
  assert(result?.externalId === item.id, "results come in the order of the sales");
  return saleResult(result);
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

function saleResult(result: SaleResult): PushResult {
  const { externalId: id } = result;
  if (result.status === "refused") return { id, status: "quarantined", code: result.code, detail: result.detail };
  if (result.status === "mismatch") {
    const detail = `The sale is known with other content. They differ in: ${result.differences.join(", ")}.`;
    return { id, status: "mismatch", sale_id: result.saleId, code: "external_id_reused", detail };
  }
  return { id, status: result.status, sale_id: result.saleId, flags: [...result.flags] };
}
