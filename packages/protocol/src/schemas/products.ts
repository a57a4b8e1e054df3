import { BARCODE_LENGTH_MAX, NAME_LENGTH_MAX, SKU_LENGTH_MAX, UNIT_LENGTH_MAX } from "@duka/domain";
import { type Static, Type } from "typebox";
import {
  decimalInput,
  decimalNumber,
  decimalText,
  idNumber,
  instantText,
  nullable,
  optionalOrNull,
  textUpTo,
  uuidInput,
  uuidText,
} from "./scalars.ts";

export const DESCRIPTION_LENGTH_MAX = 10_000;

const name = Type.String({ minLength: 1, maxLength: NAME_LENGTH_MAX, pattern: String.raw`\S` });

const productFields = {
  sku: optionalOrNull(textUpTo(SKU_LENGTH_MAX)),
  barcode: optionalOrNull(textUpTo(BARCODE_LENGTH_MAX)),
  description: optionalOrNull(textUpTo(DESCRIPTION_LENGTH_MAX)),
  unit: optionalOrNull(textUpTo(UNIT_LENGTH_MAX)),
  is_volatile: Type.Optional(Type.Boolean()),
  stock: optionalOrNull(decimalInput),
  reorder_level: optionalOrNull(decimalInput),
  active: Type.Optional(Type.Boolean()),
};

/** `POST /api/products/`; `stock` is the opening balance. */
export const productCreateRequest = Type.Object({
  ...productFields,
  name,
  unit_price: optionalOrNull(decimalInput),
  uid: optionalOrNull(uuidInput),
});
export type ProductCreateRequest = Static<typeof productCreateRequest>;

/** `PUT` and `PATCH /api/products/{id}/`: what is absent stays; `stock` must be what it is or recently was. */
export const productChangeRequest = Type.Object({
  ...productFields,
  name: Type.Optional(name),
  unit_price: Type.Optional(decimalInput),
});
export type ProductChangeRequest = Static<typeof productChangeRequest>;

export const product = Type.Object({
  id: idNumber,
  uid: uuidText,
  user: idNumber,
  sku: nullable(Type.String()),
  barcode: nullable(Type.String()),
  name: Type.String(),
  description: Type.String(),
  unit_price: decimalText,
  unit: Type.String(),
  stock_mode: Type.Union([Type.Literal("TRACKED"), Type.Literal("UNTRACKED")]),
  is_volatile: Type.Boolean(),
  stock: nullable(decimalNumber),
  reorder_level: nullable(decimalNumber),
  active: Type.Boolean(),
  created_at: instantText,
  updated_at: instantText,
});
export type ProductAnswer = Static<typeof product>;
