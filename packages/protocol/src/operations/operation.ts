import type { TObject, TSchema } from "typebox";
import type { ErrorCode } from "../error-codes.ts";

/** Groups of operations, in the order of the docs. */
export const OPERATION_TAGS = {
  Accounts: "Registering, signing in and out. A token is for one shop; the till uses a cookie session.",
  Shop: "The shop's own settings.",
  Members: "Who belongs to the shop, in which role, and who is invited.",
  Devices: "The shop's tills: how they are doing, their names, and taking one out of service.",
  Products: "The catalogue. SKU and barcode are unique in the shop, whatever their case.",
  Stock: "The ledger of stock. A product's stock is the sum of its movements.",
  Sales: "Selling. A sale is never changed or deleted; `external_id` makes sending it again harmless.",
  Reports: "What sold, by business date.",
  Alerts: "What is running out. An alert opens by itself below the reorder level and closes by itself.",
  Sync: "For tills: push what happened, pull what the shop knows. Only a device's own credential may.",
  Server: "The process itself, and this document.",
} as const;

export type OperationTag = keyof typeof OPERATION_TAGS;

/** One call of the API: what validates it, what documents it and what the typed client takes its types from. */
export type Operation = {
  /** `operationId`: unique, a verb and a noun. */
  readonly id: string;
  readonly tag: OperationTag;
  readonly summary: string;
  readonly description?: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** Instead of `body` where the domain judges what is sent; for the docs and the client only. */
  readonly describedBody?: TSchema;
  /** A body that is no JSON. */
  readonly form?: TObject;
  /** By status; `nothing` where there is no body. */
  readonly answers: Readonly<Record<number, TSchema>>;
  /** Besides those that the way of calling brings: credentials, limits, damaged bodies, the server's own troubles. */
  readonly errors?: readonly ErrorCode[];
};

export type OperationMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Method and path, with `:name` for its variable parts. */
export type OperationKey = `${OperationMethod} /${string}`;

export type Operations = Readonly<Record<OperationKey, Operation>>;
