export type ValidationCode =
  | "required"
  | "invalid"
  | "too_small"
  | "too_large"
  | "too_long"
  | "too_many"
  | "too_many_decimals";

/** One thing wrong with what was sent: where ("items.0.quantity"), what, and a sentence for people. */
export type ValidationIssue = { readonly path: string; readonly code: ValidationCode; readonly detail: string };
