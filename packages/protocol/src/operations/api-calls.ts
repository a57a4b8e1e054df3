import type { Static, TSchema } from "typebox";
import type { operations } from "./index.ts";
import type { Operation } from "./operation.ts";

/** The TypeScript side of an operation: what is sent and what comes back when all is well. */
export type ApiCall<Of extends Operation> = {
  readonly params: PartOf<Of, "params">;
  readonly query: PartOf<Of, "query">;
  readonly body: Of extends { body: infer Body } ? StaticOf<Body> : PartOf<Of, "describedBody">;
  /** Of every status from 200 to 299; `null` where there is no body. */
  readonly answer: StaticOf<Of["answers"][keyof Of["answers"] & SuccessStatus]>;
};

type SuccessStatus = 200 | 201 | 204 | 207;
type StaticOf<Schema> = Schema extends TSchema ? Static<Schema> : never;
type PartOf<Of, Part extends keyof Operation> = Of extends Record<Part, infer Schema> ? StaticOf<Schema> : undefined;

/** Every call by method and path. Types only: who imports this loads no schema. */
export type ApiCalls = { readonly [Key in keyof typeof operations]: ApiCall<(typeof operations)[Key]> };
