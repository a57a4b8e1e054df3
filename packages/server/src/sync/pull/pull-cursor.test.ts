import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, type PullCursor } from "./pull-cursor.ts";

const cursor: PullCursor = {
  epoch: "0197c0de-0000-7000-8000-000000000001",
  shop: "0197c0de-0000-7000-8000-000000000002",
  phase: "delta",
  version: 7,
  kind: "alert",
  id: 3,
};

const encodeFields = (...fields: unknown[]) => Buffer.from(JSON.stringify(fields)).toString("base64url");

test("a cursor comes back as it was handed out", () => {
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
});

test("a cursor needs no escaping in a query", () => {
  expect(encodeCursor(cursor)).toMatch(/^[A-Za-z0-9_-]+$/);
});

test.each([
  ["no text", ""],
  ["not a cursor at all", "%%%"],
  ["JSON that is no list", Buffer.from("{}").toString("base64url")],
  ["another schema", encodeFields(2, cursor.epoch, cursor.shop, "delta", 7, "alert", 3)],
  ["an unknown phase", encodeFields(1, cursor.epoch, cursor.shop, "end", 7, "alert", 3)],
  ["an unknown kind", encodeFields(1, cursor.epoch, cursor.shop, "delta", 7, "shift", 3)],
  ["a version below zero", encodeFields(1, cursor.epoch, cursor.shop, "delta", -1, "alert", 3)],
  ["a version as text", encodeFields(1, cursor.epoch, cursor.shop, "delta", "7", "alert", 3)],
  ["a shop that is no UUID", encodeFields(1, cursor.epoch, "' or 1=1", "delta", 7, "alert", 3)],
  ["a field too many", encodeFields(1, cursor.epoch, cursor.shop, "delta", 7, "alert", 3, 1)],
])("%s is not taken for a cursor", (_what, text) => {
  expect(decodeCursor(text)).toBeUndefined();
});
