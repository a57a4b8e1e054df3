import type { MovementAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { movementAnswer } from "./movement-answer.ts";
import { listMovements, type MovementPage } from "./movement.queries.ts";

/** A page of the ledger, newest first. */
export async function readMovements(
  { db }: AppContext,
  shopId: string,
  page: MovementPage,
): Promise<readonly MovementAnswer[]> {
  const movements = await inShopRead(db, shopId, (trx) => listMovements(trx, shopId, page));
  return movements.map(movementAnswer);
}
