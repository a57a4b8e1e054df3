/**
 * What a client does about an error.
 *
 * - `never`: the same request will fail again; change it.
 * - `sign_in`: get a new credential, then send the same request.
 * - `wait`: send the same request later, at least `Retry-After` from now.
 */
export type RetryRule = "never" | "sign_in" | "wait";

export type ErrorDefinition = { readonly status: number; readonly retry: RetryRule; readonly meaning: string };

/** Every error code there is. Stable: clients and the docs depend on them. */
export const ERROR_CODES = {
  malformed_json: define(400, "never", "The body is not JSON, or JSON that no two readers take alike."),
  malformed_request: define(400, "never", "The request itself is damaged: length, encoding, compression, URL."),
  validation_failed: define(400, "never", "Fields are missing or wrong; `errors` names each."),
  weak_password: define(400, "never", "The password is too short, too common or like the username."),
  invalid_credentials: define(400, "never", "Username and password do not belong together."),
  stock_is_computed: define(400, "never", "Stock is changed by POST /api/stock-movements/, not by writing it."),
  product_has_no_stock: define(400, "never", "The product is volatile and has no stock."),
  stock_out_of_range: define(400, "never", "The stock would be larger than Duka can hold."),
  not_authenticated: define(401, "sign_in", "No token or session, or one that is wrong, expired or revoked."),
  forbidden: define(403, "never", "The role of this login may not do this."),
  cross_site_request: define(403, "never", "A cookie session was used from another site."),
  device_revoked: define(403, "never", "The owner has revoked this device."),
  not_found: define(404, "never", "There is no such thing in this shop."),
  product_not_found: define(404, "never", "The shop never had this product."),
  route_not_found: define(404, "never", "There is no such address."),
  feature_off: define(404, "never", "The operator has switched this feature off."),
  method_not_allowed: define(405, "never", "The address does not take this method."),
  request_timeout: define(408, "wait", "The request did not arrive in time."),
  username_taken: define(409, "never", "Another person has this username."),
  email_taken: define(409, "never", "Another person has this e-mail address."),
  sku_taken: define(409, "never", "Another product of the shop has this SKU."),
  barcode_taken: define(409, "never", "Another product of the shop has this barcode."),
  uid_taken: define(409, "never", "Another product of the shop has this uid."),
  conflict: define(409, "never", "Something else holds what this request wants."),
  reset_required: define(410, "never", "The cursor is too old or of another epoch: load the catalogue from the start."),
  body_too_large: define(413, "never", "The body, after decompression, is larger than the limit."),
  unsupported_media_type: define(415, "never", "The body has a content type or encoding that is not taken here."),
  external_id_reused: define(422, "never", "The external_id is known with other content; both versions are kept."),
  update_required: define(426, "never", "The app is too old for this server; update it."),
  too_many_requests: define(429, "wait", "Too many requests; wait as long as Retry-After says."),
  internal_error: define(500, "wait", "Something broke on the server; the request id finds it in the log."),
  not_implemented: define(501, "never", "The server does not do this."),
  unavailable: define(503, "wait", "The server cannot do this now: database away, disk full, stopping or overloaded."),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One thing wrong in a request: where ("items.0.quantity"), what, and a sentence for people. */
export type ProblemIssue = { readonly path: string; readonly code: string; readonly detail: string };

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The same sentence: existing clients read either. */
  readonly message: string;
  readonly code: ErrorCode;
  readonly request_id?: string;
  readonly errors?: readonly ProblemIssue[];
};

function define<Status extends number>(status: Status, retry: RetryRule, meaning: string) {
  return { status, retry, meaning };
}
