import type { PushItem, PushResult } from "@duka/protocol";
import type { DeviceResultStatus, Trx } from "../../database/schema.ts";
import { insertResults, type OutboxKey } from "./device-results.queries.ts";
import { insertQuarantined } from "./quarantine.queries.ts";

export type ItemAnswer = {
  readonly item: PushItem;
  readonly result: PushResult;
  /** The item was stored for a person to look at before. */
  readonly isQuarantinedAlready: boolean;
};

export type AnswerScope = {
  readonly key: OutboxKey;
  readonly receivedAtMs: number;
  readonly newId: () => string;
};

/** Of the column; what is cut off can be worked out again from the stored body. */
const DETAIL_LENGTH_MAX = 1_000;

/** Leaves a row for every final result, and the bytes of every item that a person must look at. */
export async function storeAnswers(trx: Trx, answers: readonly ItemAnswer[], scope: AnswerScope): Promise<void> {
  const columns = {
    shop_id: scope.key.shopId,
    device_id: scope.key.deviceId,
    incarnation: scope.key.incarnation,
    received_at_ms: scope.receivedAtMs,
  };
  await insertResults(
    trx,
    answers.flatMap(({ item, result }) => {
      const status = finalStatusOf(result);
      if (status === undefined) return [];
      return [{ ...columns, device_seq: item.device_seq, item_id: item.id, status, sale_id: result.sale_id ?? null }];
    }),
  );
  await insertQuarantined(
    trx,
    newlyQuarantined(answers).map(({ item, result }) => ({
      ...columns,
      id: scope.newId(),
      device_seq: item.device_seq,
      item_id: item.id,
      kind: item.kind,
      body: item.body,
      sha256: item.sha256,
      code: result.code ?? "",
      detail: (result.detail ?? "").slice(0, DETAIL_LENGTH_MAX),
    })),
  );
}

/** Each item once, also when a push repeats it. */
function newlyQuarantined(answers: readonly ItemAnswer[]): ItemAnswer[] {
  const fresh = answers.filter((answer) => answer.result.status === "quarantined" && !answer.isQuarantinedAlready);
  return [...new Map(fresh.map((answer) => [`${answer.item.id}/${answer.item.sha256}`, answer])).values()];
}

function finalStatusOf({ status }: PushResult): DeviceResultStatus | undefined {
  return status === "retry" ? undefined : status;
}
