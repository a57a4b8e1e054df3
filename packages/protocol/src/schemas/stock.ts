import { REASON_LENGTH_MAX } from "@duka/domain";
import { type Static, Type } from "typebox";
import {
  decimalInput,
  decimalNumber,
  idNumber,
  instantText,
  listParameter,
  nullable,
  optionalOrNull,
  textUpTo,
  uuidInput,
} from "./scalars.ts";

/** `POST /api/stock-movements/` */
export const movementCreateRequest = Type.Object(
  {
    product: idNumber,
    delta: decimalInput,
    reason: optionalOrNull(textUpTo(REASON_LENGTH_MAX)),
    external_id: optionalOrNull(uuidInput),
  },
  {
    title: "MovementCreateRequest",
    examples: [{ product: 12, delta: "24", reason: "delivery", external_id: "0197c0de-0000-7000-8000-000000000002" }],
  },
);
export type MovementCreateRequest = Static<typeof movementCreateRequest>;

const movementType = Type.Union([
  Type.Literal("INITIAL"),
  Type.Literal("SALE"),
  Type.Literal("REFUND"),
  Type.Literal("RESTOCK"),
  Type.Literal("ADJUSTMENT"),
  Type.Literal("COUNT"),
  Type.Literal("IMPORT"),
]);

export const movement = Type.Object(
  {
    id: idNumber,
    product: idNumber,
    sku: nullable(Type.String({ examples: ["SOAP-1"] })),
    product_name: Type.String({ examples: ["Soap"] }),
    delta: decimalNumber,
    resulting_stock: decimalNumber,
    performed_by: nullable(idNumber),
    performed_by_name: nullable(Type.String({ examples: ["amina"] })),
    reason: Type.String({ examples: ["delivery"] }),
    movement_type: movementType,
    timestamp: instantText,
  },
  { title: "Movement" },
);
export type MovementAnswer = Static<typeof movement>;

export const movementListQuery = Type.Object({
  product: listParameter("only of this product", "12"),
  limit: listParameter("movements on a page: 50, at most 200", "50"),
  cursor: listParameter("only movements before this id; from the Link header", "1042"),
});
