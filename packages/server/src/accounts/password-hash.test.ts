import { expect, test } from "vitest";
import { hashPassword, isPasswordOf } from "./password-hash.ts";

test("a password fits its own hash alone, however its accents were typed", async () => {
  const hash = await hashPassword("caf\u00e9 au lait");
  expect(await isPasswordOf(hash, "cafe\u0301 au lait")).toBe(true);
  expect(await isPasswordOf(hash, "cafe au lait")).toBe(false);
});

test("nobody has a password, not even the one that is hashed in their place", async () => {
  expect(await isPasswordOf(undefined, "nobody's password")).toBe(false);
});
