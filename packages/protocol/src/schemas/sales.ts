import { type Static, Type } from "typebox";
import {
  dateText,
  decimalInput,
  decimalText,
  idNumber,
  instantText,
  listParameter,
  nullable,
  optionalOrNull,
  uuidInput,
  uuidText,
} from "./scalars.ts";

const SALES_PER_BATCH_MAX = 1_000;

const SALE_EXAMPLE = {
  external_id: "0197c0de-0000-7000-8000-000000000003",
  source_device: "till-2",
  client_timestamp: "2026-01-31T14:30:00.000Z",
  items: [
    { product: 12, quantity: "2", unit_price: "1.50" },
    { product_data: { sku: "JUICE-100", name: "Juice 100 ml", unit_price: "1.50", is_volatile: true }, quantity: 1 },
  ],
  tenders: [{ method: "cash", amount: "5.00" }],
};

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
export const saleRequest = Type.Object(
  {
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
      Type.Array(
        Type.Object({ method: Type.String(), amount: decimalInput, reference: optionalOrNull(Type.String()) }),
      ),
    ),
  },
  { title: "SaleRequest", examples: [SALE_EXAMPLE] },
);

/** `POST /api/sales/batch/`: the sales are judged one by one, so a bad one is no reason to refuse the batch. */
export const saleBatchRequest = Type.Object(
  {
    business_date: optionalOrNull(dateText),
    sales: Type.Array(Type.Unknown(), {
      minItems: 1,
      maxItems: SALES_PER_BATCH_MAX,
      description: "each a SaleRequest",
    }),
  },
  { title: "SaleBatchRequest", examples: [{ sales: [SALE_EXAMPLE] }] },
);
export type SaleBatchRequest = Static<typeof saleBatchRequest>;

export const sale = Type.Object(
  {
    id: idNumber,
    external_id: uuidText,
    sold_by: idNumber,
    total_amount: decimalText,
    timestamp: instantText,
    synced_at: instantText,
    updated_at: instantText,
    client_timestamp: nullable(instantText),
    business_date: dateText,
    source_device: Type.String({ examples: ["till-2"] }),
    flags: Type.Array(Type.String({ examples: ["product_created"] })),
    items: Type.Array(
      Type.Object({
        product: idNumber,
        product_name: Type.String({ examples: ["Soap"] }),
        quantity: decimalText,
        unit_price: decimalText,
        subtotal: decimalText,
      }),
    ),
  },
  { title: "Sale" },
);
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

export const saleBatchAnswer = Type.Object(
  {
    business_date: nullable(dateText),
    received: Type.Integer(),
    created: Type.Integer(),
    duplicate: Type.Integer(),
    failed: Type.Integer(),
    errors: Type.Array(
      Type.Object({ index: Type.Integer(), external_id: nullable(Type.String()), error: Type.String() }),
    ),
    results: Type.Array(batchResult),
  },
  {
    title: "SaleBatchAnswer",
    examples: [
      {
        business_date: null,
        received: 1,
        created: 1,
        duplicate: 0,
        failed: 0,
        errors: [],
        results: [
          { index: 0, external_id: "0197c0de-0000-7000-8000-000000000003", status: "created", id: 1042, flags: [] },
        ],
      },
    ],
  },
);
export type SaleBatchAnswer = Static<typeof saleBatchAnswer>;

export const saleListQuery = Type.Object({
  limit: listParameter("sales on a page: 50, at most 200", "50"),
  cursor: listParameter("from the Link header", "1042"),
  from: listParameter("first business date", "2026-01-01"),
  to: listParameter("last business date", "2026-01-31"),
  sold_by: listParameter("only of this person", "12"),
  source_device: listParameter("only of this till", "till-2"),
  flag: listParameter("only with this flag", "negative_stock"),
});

export const externalIdParams = Type.Object({
  external_id: Type.String({ description: "a UUID, in any form", examples: ["0197c0de-0000-7000-8000-000000000003"] }),
});
