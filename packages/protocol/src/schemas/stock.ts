import { REASON_LENGTH_MAX } from "@duka/domain";
import { type Static, Type } from "typebox";
import {
  decimalInput,
  decimalNumber,
  idNumber,
  instantText,
  nullable,
  optionalOrNull,
  textUpTo,
  uuidInput,
} from "./scalars.ts";

/** `POST /api/stock-movements/` */
export const movementCreateRequest = Type.Object({
  product: idNumber,
  delta: decimalInput,
  reason: optionalOrNull(textUpTo(REASON_LENGTH_MAX)),
  external_id: optionalOrNull(uuidInput),
});
export type MovementCreateRequest = Static<typeof movementCreateRequest>;

export const movementType = Type.Union([
  Type.Literal("INITIAL"),
  Type.Literal("SALE"),
  Type.Literal("REFUND"),
  Type.Literal("RESTOCK"),
  Type.Literal("ADJUSTMENT"),
  Type.Literal("COUNT"),
  Type.Literal("IMPORT"),
]);

export const movement = Type.Object({
  id: idNumber,
  product: idNumber,
  sku: nullable(Type.String()),
  product_name: Type.String(),
  delta: decimalNumber,
  resulting_stock: decimalNumber,
  performed_by: nullable(idNumber),
  performed_by_name: nullable(Type.String()),
  reason: Type.String(),
  movement_type: movementType,
  timestamp: instantText,
});
export type MovementAnswer = Static<typeof movement>;
