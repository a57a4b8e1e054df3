import type { SaleToRecord } from "@duka/domain";
import { databaseFailureOf } from "../../database/database-failure.ts";
import type { LockedShop } from "../../database/locked-shop.ts";
import type { Trx } from "../../database/schema.ts";
import { recordInShop } from "../record-in-shop.ts";
import { inSavepoint } from "./savepoint.ts";
import type { SaleOutcome } from "./sales-submission.ts";

export type RecordingAttempt = {
  readonly sales: readonly SaleToRecord[];
  readonly nowMs: number;
  /** Told each time: halving hides a bug from those who sell, and must not hide it from those who look after the server. */
  readonly reportHalving?: (error: unknown, saleCount: number) => void;
};

/**
 * Records all sales in one bulk write; if that fails unexpectedly, halves them until the one on which the server breaks
 * stands alone, and the others are recorded as if it had never come.
 */
export async function recordBisecting(
  trx: Trx,
  shop: LockedShop,
  attempt: RecordingAttempt,
): Promise<readonly SaleOutcome[]> {
  const { sales, nowMs } = attempt;
  try {
    return await inSavepoint(trx, () => recordInShop(trx, shop, { sales, nowMs }));
  } catch (error) {
    if (!isAboutTheSales(error)) throw error;
    const [only, second] = sales;
    if (only !== undefined && second === undefined) return [{ status: "failed", externalId: only.externalId, error }];
    attempt.reportHalving?.(error, sales.length);
    const middle = Math.ceil(sales.length / 2);
    const early = await recordBisecting(trx, shop, { ...attempt, sales: sales.slice(0, middle) });
    const late = await recordBisecting(trx, shop, { ...attempt, sales: sales.slice(middle) });
    return [...early, ...late];
  }
}

/** Deadlocks, lost connections and full disks concern the whole transaction: halving it would not help. */
function isAboutTheSales(error: unknown): boolean {
  const failure = databaseFailureOf(error);
  return failure === "other" || failure === "unique";
}
