export {
  ERROR_CODES,
  type ErrorCode,
  type ErrorDefinition,
  type Problem,
  type ProblemIssue,
  type RetryRule,
} from "./error-codes.ts";
export { type JsonProblem, type JsonValue, parseStrictJson } from "./strict-json.ts";
export * from "./sync-bounds.ts";
export type * from "./sync-messages.ts";
export type * from "./wire-types.ts";
export type { ApiCall, ApiCalls } from "./operations/api-calls.ts";
