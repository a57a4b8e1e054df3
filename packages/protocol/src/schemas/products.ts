import { BARCODE_LENGTH_MAX, NAME_LENGTH_MAX, SKU_LENGTH_MAX, UNIT_LENGTH_MAX } from "@duka/domain";
import { type Static, Type } from "typebox";
import {
  decimalInput,
  decimalNumber,
  decimalText,
  idNumber,
  instantText,
  listParameter,
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
export const productCreateRequest = Type.Object(
  {
    ...productFields,
    name,
    unit_price: optionalOrNull(decimalInput),
    uid: optionalOrNull(uuidInput),
  },
  {
    title: "ProductCreateRequest",
    examples: [
      { name: "Soap", sku: "SOAP-1", barcode: "5901234123457", unit_price: "1.50", stock: 24, reorder_level: 5 },
    ],
  },
);
export type ProductCreateRequest = Static<typeof productCreateRequest>;

/** `PUT` and `PATCH /api/products/{id}/`: what is absent stays; `stock` must be what it is or recently was. */
export const productChangeRequest = Type.Object(
  {
    ...productFields,
    name: Type.Optional(name),
    unit_price: Type.Optional(decimalInput),
  },
  { title: "ProductChangeRequest", examples: [{ name: "Soap, lavender", unit_price: "1.75" }] },
);
export type ProductChangeRequest = Static<typeof productChangeRequest>;

export const product = Type.Object(
  {
    id: idNumber,
    uid: uuidText,
    user: idNumber,
    sku: nullable(Type.String({ examples: ["SOAP-1"] })),
    barcode: nullable(Type.String({ examples: ["5901234123457"] })),
    name: Type.String({ examples: ["Soap"] }),
    description: Type.String({ examples: ["A bar of soap"] }),
    unit_price: decimalText,
    unit: Type.String({ examples: ["piece"] }),
    stock_mode: Type.Union([Type.Literal("TRACKED"), Type.Literal("UNTRACKED")]),
    is_volatile: Type.Boolean({ description: "sold without counting stock", examples: [false] }),
    stock: nullable(decimalNumber),
    reorder_level: nullable(decimalNumber),
    active: Type.Boolean(),
    created_at: instantText,
    updated_at: instantText,
  },
  { title: "Product" },
);
export type ProductAnswer = Static<typeof product>;

export const productListQuery = Type.Object({
  limit: listParameter("products on a page: 100, at most 500", "100"),
  cursor: listParameter("only products after this id; from the Link header", "100"),
  offset: listParameter("for older clients", "0"),
  active: listParameter("true (default), false or all", "true"),
});

export const productCodeQuery = Type.Object({ code: listParameter("barcode or SKU", "5901234123457") });
