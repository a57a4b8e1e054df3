import { Type } from "typebox";
import {
  externalIdParams,
  sale,
  saleBatchAnswer,
  saleBatchRequest,
  saleListQuery,
  saleRequest,
} from "../schemas/sales.ts";
import { idParams } from "../schemas/scalars.ts";
import type { Operations } from "./operation.ts";

export const saleOperations = {
  "POST /api/sales/": {
    id: "recordSale",
    tag: "Sales",
    summary: "Record a sale",
    description:
      "201: recorded. 200: this `external_id` with the same content is known; the answer is the first one again. Never refused for stock, price, an archived product or an odd clock: such sales are recorded with `flags`.",
    describedBody: saleRequest,
    answers: { 201: sale, 200: sale },
    errors: ["validation_failed", "product_not_found", "external_id_reused"],
  },
  "POST /api/sales/batch/": {
    id: "recordSales",
    tag: "Sales",
    summary: "Record many sales",
    description: "One result for each sale, in order; a bad one holds back no other. 200 if none failed, else 207.",
    body: saleBatchRequest,
    answers: { 200: saleBatchAnswer, 207: saleBatchAnswer },
  },
  "GET /api/sales/": {
    id: "listSales",
    tag: "Sales",
    summary: "List sales, newest first",
    description: "Owners and managers see the shop's, cashiers their own. The `Link` header leads to the next page.",
    query: saleListQuery,
    answers: { 200: Type.Array(sale) },
  },
  "GET /api/sales/:id/": {
    id: "readSale",
    tag: "Sales",
    summary: "Read a sale",
    params: idParams,
    answers: { 200: sale },
    errors: ["not_found"],
  },
  "GET /api/sales/by_external_id/:external_id/": {
    id: "findSaleByExternalId",
    tag: "Sales",
    summary: "Find a sale by its external_id",
    params: externalIdParams,
    answers: { 200: sale },
    errors: ["not_found"],
  },
} as const satisfies Operations;
