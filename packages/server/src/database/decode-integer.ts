import { assert } from "@duka/domain";

/**
 * The number behind a 64-bit integer or a sum that a driver hands over as text. The one place where this happens for
 * PostgreSQL and MySQL; SQLite refuses in its driver. Throws beyond 2^53, where a number is no longer exact.
 */
export function decodeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `The database holds ${text}, which is not an integer a number can hold exactly.`);
  return value;
}
