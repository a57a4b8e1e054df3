import { sha256Hex } from "@duka/domain";
import type { PushItem } from "@duka/protocol";
import { expect, test } from "vitest";
import { readItem } from "./read-item.ts";

const ID = "0197c0de-0000-7000-8000-000000000001";
const EXPONENT = 2;
const BODY = '{"items":[{"product":1,"quantity":"2","unit_price":"1.50"}]}';

function itemWith(body: string, changes: Partial<PushItem> = {}): PushItem {
  const clock = { device_time_ms: 0, offset_ms: null, error_ms: null };
  return { id: ID, kind: "sale", v: 1, device_seq: 1, clock, body, sha256: sha256Hex(body), ...changes };
}

test("a whole sale is read to its content and fingerprint", () => {
  const read = readItem(itemWith(BODY), EXPONENT);
  expect(read).toMatchObject({
    kind: "sale",
    content: { items: [{ product: 1, quantity: "2", unit_price: "1.5" }] },
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("bytes that are not the frozen ones are damaged, whatever they say", () => {
  expect(readItem(itemWith(BODY, { sha256: sha256Hex(`${BODY} `) }), EXPONENT).kind).toBe("damaged");
  expect(readItem(itemWith("{", { sha256: sha256Hex(BODY) }), EXPONENT).kind).toBe("damaged");
});

test.each([
  ["unknown_kind", itemWith(BODY, { kind: "refund" })],
  ["unknown_version", itemWith(BODY, { v: 2 })],
  ["malformed_json", itemWith("{")],
  ["malformed_json", itemWith('{"items":[],"items":[]}')],
  ["malformed_json", itemWith("[".repeat(100_000))],
  ["other_id", itemWith('{"external_id":"0197c0de-0000-7000-8000-000000000002","items":[]}')],
  ["invalid_sale", itemWith("[]")],
  ["invalid_sale", itemWith('{"items":[]}')],
  ["invalid_sale", itemWith('{"items":[{"product":1,"quantity":"0"}]}')],
])("what can never be applied is unreadable: %s", (code, item) => {
  expect(readItem(item, EXPONENT)).toMatchObject({ kind: "unreadable", code });
});

test("a body that repeats its own id in another spelling is about its item", () => {
  const body = BODY.replace("{", `{"external_id":"{${ID.toUpperCase()}}",`);
  expect(readItem(itemWith(body), EXPONENT).kind).toBe("sale");
});

test("what is wrong with a sale is said where it is wrong", () => {
  const read = readItem(itemWith('{"items":[{"product":1,"quantity":"-1"}]}'), EXPONENT);
  expect(read).toMatchObject({ detail: expect.stringContaining("items.0.quantity") });
});
