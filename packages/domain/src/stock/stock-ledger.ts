import { assert } from "../assert.ts";
import { STOCK_THOUSANDTHS_MAX } from "../bounds.ts";
import { failure, type Result, success } from "../result.ts";

/** Every reason for which stock may change. */
const MOVEMENT_TYPES = ["INITIAL", "SALE", "REFUND", "RESTOCK", "ADJUSTMENT", "COUNT", "IMPORT"] as const;

export type MovementType = (typeof MOVEMENT_TYPES)[number];

/**
 * The stock after a movement, in thousandths. Stock may go below zero: a sale is a fact.
 * A balance beyond `STOCK_THOUSANDTHS_MAX` either way is a refusal, never a wrong number.
 */
export function applyMovement(stockThousandths: number, deltaThousandths: number): Result<number, "too_large"> {
  assert(Number.isSafeInteger(stockThousandths), "stock is whole thousandths");
  assert(Number.isSafeInteger(deltaThousandths), "a movement is whole thousandths");
  const balance = stockThousandths + deltaThousandths;
  return Math.abs(balance) > STOCK_THOUSANDTHS_MAX ? failure("too_large") : success(balance);
}
