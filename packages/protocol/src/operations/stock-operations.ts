import { Type } from "typebox";
import { movement, movementCreateRequest, movementListQuery } from "../schemas/stock.ts";
import type { Operations } from "./operation.ts";

export const stockOperations = {
  "GET /api/stock-movements/": {
    id: "listMovements",
    tag: "Stock",
    summary: "List movements, newest first",
    query: movementListQuery,
    answers: { 200: Type.Array(movement) },
  },
  "POST /api/stock-movements/": {
    id: "recordMovement",
    tag: "Stock",
    summary: "Add to stock or take from it",
    description:
      "`RESTOCK` when `delta` is positive, else `ADJUSTMENT`. With an `external_id` it may be sent again: 200 and the movement there is.",
    body: movementCreateRequest,
    answers: { 200: movement, 201: movement },
    errors: ["product_not_found", "product_has_no_stock", "stock_out_of_range", "external_id_reused"],
  },
} as const satisfies Operations;
