import { type Static, Type } from "typebox";
import {
  dateText,
  decimalInput,
  decimalText,
  idNumber,
  instantText,
  nullable,
  optionalOrNull,
  uuidInput,
  uuidText,
} from "./scalars.ts";

export const SALES_PER_BATCH_MAX = 1_000;

const productSnapshot = Type.Object({
  uid: optionalOrNull(uuidInput),
  sku: optionalOrNull(Type.Union([Type.String(), Type.Number()])),
  barcode: optionalOrNull(Type.Union([Type.String(), Type.Number()])),
  name: Type.String(),
  unit_price: optionalOrNull(decimalInput),
  unit: optionalOrNull(Type.String()),
  is_volatile: optionalOrNull(Type.Boolean()),
});

/**
 * `POST /api/sales/`, for the docs. What is accepted is decided by `normaliseSale` alone, so that a single sale, a batch
 * and a push mean the same; do not validate with this schema.
 */
export const saleRequest = Type.Object({
  external_id: optionalOrNull(uuidInput),
  source_device: optionalOrNull(Type.String()),
  client_timestamp: optionalOrNull(instantText),
  business_date: optionalOrNull(dateText),
  receipt_number: optionalOrNull(Type.String()),
  note: optionalOrNull(Type.String()),
  cashier: optionalOrNull(idNumber),
  items: Type.Array(
    Type.Object({
      product: optionalOrNull(idNumber),
      product_data: optionalOrNull(productSnapshot),
      quantity: decimalInput,
      unit_price: optionalOrNull(decimalInput),
    }),
  ),
  tenders: optionalOrNull(
    Type.Array(Type.Object({ method: Type.String(), amount: decimalInput, reference: optionalOrNull(Type.String()) })),
  ),
});

/** `POST /api/sales/batch/`: the sales are judged one by one, so a bad one is no reason to refuse the batch. */
export const saleBatchRequest = Type.Object({
  business_date: optionalOrNull(dateText),
  sales: Type.Array(Type.Unknown(), { minItems: 1, maxItems: SALES_PER_BATCH_MAX }),
});
export type SaleBatchRequest = Static<typeof saleBatchRequest>;

export const sale = Type.Object({
  id: idNumber,
  external_id: uuidText,
  sold_by: idNumber,
  total_amount: decimalText,
  timestamp: instantText,
  synced_at: instantText,
  updated_at: instantText,
  client_timestamp: nullable(instantText),
  business_date: dateText,
  source_device: Type.String(),
  flags: Type.Array(Type.String()),
  items: Type.Array(
    Type.Object({
      product: idNumber,
      product_name: Type.String(),
      quantity: decimalText,
      unit_price: decimalText,
      subtotal: decimalText,
    }),
  ),
});
export type SaleAnswer = Static<typeof sale>;

const batchResult = Type.Object({
  index: Type.Integer(),
  external_id: nullable(Type.String()),
  status: Type.Union([Type.Literal("created"), Type.Literal("duplicate"), Type.Literal("failed")]),
  id: Type.Optional(idNumber),
  code: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
  flags: Type.Optional(Type.Array(Type.String())),
});

export const saleBatchAnswer = Type.Object({
  business_date: nullable(dateText),
  received: Type.Integer(),
  created: Type.Integer(),
  duplicate: Type.Integer(),
  failed: Type.Integer(),
  errors: Type.Array(
    Type.Object({ index: Type.Integer(), external_id: nullable(Type.String()), error: Type.String() }),
  ),
  results: Type.Array(batchResult),
});
export type SaleBatchAnswer = Static<typeof saleBatchAnswer>;
