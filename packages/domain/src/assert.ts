/** Thrown when the code itself is wrong; never for something a person or a network did. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/** States what must be true here; a breach is a bug, so it throws an `AssertionError`. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}
