import { Type } from "typebox";
import {
  ACK_EXTRA_RANGES_MAX,
  CONFIRMED_RANGES_MAX,
  ITEM_BODY_LENGTH_MAX,
  MISSING_RANGES_MAX,
  PULL_ROWS_MAX,
  PUSH_ITEMS_MAX,
  SYNC_PROTOCOL,
} from "../sync-bounds.ts";

const EXAMPLE_ITEM = {
  id: "0197c0de-0000-7000-8000-000000000003",
  kind: "sale",
  v: 1,
  device_seq: 58,
  clock: { device_time_ms: 1_769_869_800_000, offset_ms: -120, error_ms: 40 },
  body: '{"items":[{"product":12,"quantity":"2","unit_price":"1.50"}]}',
  sha256: "aff724cfa8424452d56992012f604d2b04e1a888dec4e547a8360a44cc06c0a9",
};

const PUSH_EXAMPLE = {
  protocol: SYNC_PROTOCOL,
  device_id: "0197c0de-0000-7000-8000-00000000000a",
  incarnation: "0197c0de-0000-7000-8000-00000000000b",
  batch_id: "0197c0de-0000-7000-8000-00000000000c",
  app_version: "1.0.0",
  queue: { unsent: 1, oldest_unsent_ms: 5_000, unsent_value: "3.00" },
  storage: { persisted: true, usage: 81_920, quota: 1_073_741_824 },
  clock: EXAMPLE_ITEM.clock,
  confirmed: [[1, 57]],
  next_device_seq: 59,
  items: [EXAMPLE_ITEM],
};

// A message of `/api/sync/…` is strict: a field that this protocol version does not know is an error.
const strict = { additionalProperties: false } as const;

const uuid = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
  examples: ["0197c0de-0000-7000-8000-00000000000a"],
});
const sha256Hex = Type.String({
  pattern: "^[0-9a-f]{64}$",
  examples: [EXAMPLE_ITEM.sha256],
});
const instant = Type.String({
  maxLength: 40,
  description: "RFC 3339, UTC, milliseconds",
  examples: ["2026-01-31T14:30:00.000Z"],
});
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const deviceSeq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const safeInteger = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const amount = Type.String({ maxLength: 24, pattern: "^[0-9]{1,16}(\\.[0-9]{1,4})?$", examples: ["3.50"] });
const proof = Type.String({ maxLength: 200 });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** First and last number of a run of device numbers, both included. */
export const sequenceRange = Type.Tuple([deviceSeq, deviceSeq]);

/** The device's clock as it stood: raw time, best known offset to the server (null: never met one) and its error. */
export const clockReading = Type.Object(
  { device_time_ms: safeInteger, offset_ms: nullable(safeInteger), error_ms: nullable(count) },
  strict,
);

/** One fact. `body` is text frozen at enqueue; `sha256` guards its UTF-8 bytes in transit. */
export const pushItem = Type.Object(
  {
    id: uuid,
    kind: Type.String({ minLength: 1, maxLength: 32, description: '"sale"; an unknown kind is quarantined' }),
    v: Type.Integer({ minimum: 1, maximum: 1_000 }),
    device_seq: deviceSeq,
    clock: clockReading,
    body: Type.String({ maxLength: ITEM_BODY_LENGTH_MAX }),
    sha256: sha256Hex,
    proof: Type.Optional(proof),
  },
  strict,
);

/** `POST /api/sync/push/` (sync.md §2). */
export const pushRequest = Type.Object(
  {
    protocol: Type.Literal(SYNC_PROTOCOL),
    device_id: uuid,
    incarnation: uuid,
    batch_id: uuid,
    app_version: Type.String({ maxLength: 64 }),
    queue: Type.Object(
      {
        unsent: count,
        oldest_unsent_ms: Type.Union([count, Type.Null()], { description: "age, not an instant; null: none unsent" }),
        unsent_value: amount,
      },
      strict,
    ),
    storage: Type.Object(
      { persisted: nullable(Type.Boolean()), usage: nullable(count), quota: nullable(count) },
      strict,
    ),
    clock: clockReading,
    confirmed: Type.Array(sequenceRange, { maxItems: CONFIRMED_RANGES_MAX }),
    next_device_seq: deviceSeq,
    items: Type.Array(pushItem, { maxItems: PUSH_ITEMS_MAX }),
  },
  { ...strict, title: "PushRequest", examples: [PUSH_EXAMPLE] },
);

/** What became of one fact. `retry` is the only status that is not final. */
export const pushResult = Type.Object(
  {
    id: uuid,
    status: Type.Union([
      Type.Literal("created"),
      Type.Literal("duplicate"),
      Type.Literal("mismatch"),
      Type.Literal("quarantined"),
      Type.Literal("retry"),
    ]),
    sale_id: Type.Optional(deviceSeq),
    flags: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 32 })),
    proof: Type.Optional(proof),
    code: Type.Optional(Type.String({ maxLength: 64 })),
    detail: Type.Optional(Type.String({ maxLength: 2_000 })),
    retry_after_ms: Type.Optional(count),
  },
  strict,
);

/** The 200 of a push: exactly one result per item, in the order of the items. */
export const pushResponse = Type.Object(
  {
    protocol: Type.Literal(SYNC_PROTOCOL),
    request_id: Type.String({ maxLength: 128, description: "the request's batch_id" }),
    epoch: uuid,
    server_time_ms: safeInteger,
    contiguous_device_seq: count,
    durable_through: nullable(count),
    missing: Type.Array(sequenceRange, { maxItems: MISSING_RANGES_MAX }),
    results: Type.Array(pushResult, { maxItems: PUSH_ITEMS_MAX }),
  },
  { ...strict, title: "PushAnswer" },
);

/** `GET /api/sync/pull/?cursor=&limit=`: both are text, as query strings are. */
export const pullQuery = Type.Object(
  {
    cursor: Type.Optional(
      Type.String({ maxLength: 1_024, description: "of the page before; absent: from the start", examples: [""] }),
    ),
    limit: Type.Optional(
      Type.String({ pattern: "^[1-9][0-9]{0,3}$", description: "rows on a page", examples: ["500"] }),
    ),
  },
  strict,
);

/** A product as the catalogue knows it: the fields of `GET /api/products/` and the shop version that changed it. */
export const pulledProduct = Type.Object(
  {
    id: deviceSeq,
    uid: uuid,
    user: nullable(count),
    sku: nullable(Type.String()),
    barcode: nullable(Type.String()),
    name: Type.String(),
    description: Type.String(),
    unit_price: Type.String(),
    unit: Type.String(),
    stock_mode: Type.Union([Type.Literal("TRACKED"), Type.Literal("UNTRACKED")]),
    is_volatile: Type.Boolean(),
    stock: nullable(Type.Number()),
    reorder_level: nullable(Type.Number()),
    active: Type.Boolean(),
    created_at: instant,
    updated_at: instant,
    version: count,
  },
  strict,
);

/** A row that is gone. Kept 90 days on the server. */
export const tombstone = Type.Object(
  { kind: Type.Union([Type.Literal("product"), Type.Literal("alert")]), id: deviceSeq, version: count },
  strict,
);

/** A low-stock alert; a closed one is sent once more with `open: false`. */
export const pulledAlert = Type.Object(
  {
    id: deviceSeq,
    product_id: deviceSeq,
    severity: Type.Union([Type.Literal("critical"), Type.Literal("warning"), Type.Literal("info")]),
    triggered_at: instant,
    acknowledged: Type.Boolean(),
    open: Type.Boolean(),
    version: count,
  },
  strict,
);

/** Which of this device's facts the page's stock figures already include. */
export const pullAck = Type.Object(
  {
    incarnation: nullable(uuid),
    contiguous_device_seq: count,
    extra: Type.Array(sequenceRange, { maxItems: ACK_EXTRA_RANGES_MAX }),
  },
  strict,
);

const kindHash = Type.Object({ count, sha256: sha256Hex }, strict);

/** The 200 of a pull (sync.md §4). */
export const pullResponse = Type.Object(
  {
    protocol: Type.Literal(SYNC_PROTOCOL),
    epoch: uuid,
    cursor: Type.String({ maxLength: 1_024 }),
    more: Type.Boolean(),
    head: count,
    products: Type.Array(pulledProduct, { maxItems: PULL_ROWS_MAX }),
    tombstones: Type.Array(tombstone, { maxItems: PULL_ROWS_MAX }),
    alerts: Type.Array(pulledAlert, { maxItems: PULL_ROWS_MAX }),
    ack: pullAck,
    durable_through: nullable(count),
    hash: Type.Optional(Type.Object({ products: kindHash, alerts: kindHash }, strict)),
    server_time_ms: safeInteger,
  },
  { ...strict, title: "PullAnswer" },
);

/** `POST /api/sync/enrol/`: makes this device known to the shop and gives it a credential of its own. */
export const enrolRequest = Type.Object(
  {
    device_id: uuid,
    device_name: Type.String({ minLength: 1, maxLength: 128 }),
    incarnation: Type.Optional(uuid),
  },
  {
    ...strict,
    title: "EnrolRequest",
    examples: [{ device_id: PUSH_EXAMPLE.device_id, device_name: "Counter 1" }],
  },
);

/** `device_token` is present only when the caller had no cookie session; it is shown once. */
export const enrolResponse = Type.Object(
  {
    device_id: uuid,
    shop: Type.Object({ id: uuid, name: Type.String(), currency: Type.String(), time_zone: Type.String() }, strict),
    user: Type.Object({ id: deviceSeq, username: Type.String() }, strict),
    epoch: uuid,
    device_token: Type.Optional(Type.String({ maxLength: 256 })),
  },
  { ...strict, title: "EnrolAnswer" },
);
