import type { MovementAnswer } from "@duka/protocol";
import type { Trx } from "../database/schema.ts";
import { movementAnswer } from "./movement-answer.ts";
import { listMovements } from "./movement.queries.ts";

/** The newest movements of a shop, in one statement. */
export async function listRecentMovements(trx: Trx, shopId: string, limit: number): Promise<MovementAnswer[]> {
  const rows = await listMovements(trx, shopId, { productId: undefined, beforeId: undefined, limit });
  return rows.map(movementAnswer);
}
