import { expect, test } from "vitest";
import { countCheck } from "./check.ts";
import { checksTable } from "./summary.ts";

test("the checks are a table, and a wrong one says what was expected", () => {
  expect(checksTable([countCheck("sales", 2, 2), countCheck("lines sold", 9, 8)])).toBe(
    "ok    sales       2\nFAIL  lines sold  8 (expected 9)",
  );
});
