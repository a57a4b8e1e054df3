import { expect, test } from "vitest";
import { systemRandom } from "../../environment.ts";
import { invitationCodeHash, newInvitationCode } from "./invitation-code.ts";

test("a code has sixteen symbols in groups of four, and no two are alike", () => {
  const codes = Array.from({ length: 100 }, () => newInvitationCode(systemRandom));
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(100);
});

test("a code is known however it is typed", () => {
  const hash = invitationCodeHash("10QF-K9XM-4TBN-8WHP");
  expect(invitationCodeHash(" ioqf k9xm 4tbn 8whp ")).toBe(hash);
  expect(invitationCodeHash("10QF-K9XM-4TBN-8WHQ")).not.toBe(hash);
});
