export type { ApiArguments, ApiCallKey, ApiInput } from "./api-input.ts";
export { type ApiResult, callApi } from "./call-api.ts";
