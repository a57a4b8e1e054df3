import { assert } from "./assert.ts";
import type { Result } from "./result.ts";

/** The value of something that was checked before; a refusal here is a bug. */
export function required<T, E>(result: Result<T, E>): T {
  assert(result.ok, `refused after it was checked: ${result.ok ? "" : JSON.stringify(result.error)}`);
  return result.value;
}
