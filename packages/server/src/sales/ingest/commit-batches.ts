import { assert } from "@duka/domain";
import { runTransaction } from "../../database/run-transaction.ts";
import type { Database, Trx } from "../../database/schema.ts";
import { lockShop, saveShop } from "../../database/shop-transaction.ts";
import { recordBisecting, type RecordingAttempt } from "./record-bisecting.ts";
import type { SaleOutcome, ShopBatch } from "./sales-submission.ts";

export type CommitServices = {
  readonly database: Database;
  readonly nowMs: () => number;
  readonly reportHalving: NonNullable<RecordingAttempt["reportHalving"]>;
};

/** Commits the sales of several shops at once, one shop after the other, then tells everyone who waits. */
export async function commitBatches(services: CommitServices, batches: readonly ShopBatch[]): Promise<void> {
  const outcomes = await runTransaction(services.database, async (trx) => {
    const ofBatches: (readonly SaleOutcome[])[] = [];
    for (const batch of batches) ofBatches.push(await recordBatch(trx, batch, services));
    return ofBatches;
  });
  // Only now, after the commit, may anybody hear of it.
  for (const [index, batch] of batches.entries()) settle(batch, outcomes[index] ?? []);
}

async function recordBatch(trx: Trx, { shopId, waiting }: ShopBatch, { nowMs, reportHalving }: CommitServices) {
  const shop = await lockShop(trx, shopId);
  const sales = waiting.map(({ sale }) => sale);
  const outcomes = await recordBisecting(trx, shop, { sales, nowMs: nowMs(), reportHalving });
  await saveShop(trx, shop);
  return outcomes;
}

function settle({ waiting }: ShopBatch, outcomes: readonly SaleOutcome[]): void {
  assert(outcomes.length === waiting.length, "every sale gets exactly one outcome");
  for (const [index, { resolve }] of waiting.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined) resolve(outcome);
  }
}
