import type { ApiCalls } from "@duka/protocol";

/** Every call with a JSON body or none, as "GET /api/products/:id/". The one with a file is for HTML forms. */
export type ApiCallKey = Exclude<keyof ApiCalls, "POST /api/products/import_csv/">;

/** What the call takes: `params` for the variable parts of its path, `query`, `body`. */
export type ApiInput<Key extends ApiCallKey> = Required<"params", ApiCalls[Key]["params"]> &
  Optional<"query", ApiCalls[Key]["query"]> &
  Required<"body", ApiCalls[Key]["body"]>;

/** The input may be left out when nothing in it is required. */
export type ApiArguments<Key extends ApiCallKey> =
  Partial<ApiInput<Key>> extends ApiInput<Key> ? [input?: ApiInput<Key>] : [input: ApiInput<Key>];

type Required<Name extends string, Value> = Value extends undefined ? unknown : { readonly [Part in Name]: Value };
type Optional<Name extends string, Value> = Value extends undefined ? unknown : { readonly [Part in Name]?: Value };
