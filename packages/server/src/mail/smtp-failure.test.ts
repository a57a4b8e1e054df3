import { expect, test } from "vitest";
import { resultOfSmtpError } from "./smtp-failure.ts";

const failed = (fields: object) => resultOfSmtpError(Object.assign(new Error("to jane@example.com"), fields));

test.each([
  ["nobody listens", { code: "ESOCKET", originalCode: "ECONNREFUSED", syscall: "connect" }],
  ["the name is unknown", { code: "EDNS" }],
  ["it does not greet", { code: "ETIMEDOUT", timeoutType: "GREETING_TIMEOUT" }],
  ["it asks to come back later", { code: "EMESSAGE", responseCode: 451 }],
  ["our password is wrong", { code: "EAUTH", responseCode: 535 }],
])("when %s, the message certainly did not arrive and is tried again", (_, fields) => {
  expect(failed(fields)).toMatchObject({ kind: "failed", isPermanent: false });
});

test("a mailbox that does not exist is not tried again", () => {
  expect(failed({ code: "EENVELOPE", responseCode: 550 })).toEqual({
    kind: "failed",
    isPermanent: true,
    problem: "550 EENVELOPE",
  });
});

test.each([
  ["the line breaks in the middle", { code: "ECONNECTION" }],
  ["the answer does not come", { code: "ETIMEDOUT", timeoutType: "SOCKET_TIMEOUT" }],
  ["the deadline passes", { name: "AbortError", code: "EABORT" }],
])("when %s, nobody knows whether it arrived", (_, fields) => {
  expect(failed(fields).kind).toBe("unknown");
});

test("what is kept of a failure names nobody", () => {
  expect(JSON.stringify(failed({ code: "EENVELOPE", responseCode: 550 }))).not.toContain("jane");
});
