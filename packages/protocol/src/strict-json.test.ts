import { expect, test } from "vitest";
import { JSON_DEPTH_MAX, parseStrictJson } from "./strict-json.ts";

const REFUSED: Record<string, string> = {
  "a duplicate key": '{"a":1,"a":2}',
  "a duplicate key written differently": '{"a":1,"\\u0061":2}',
  "a NUL escape": '"\\u0000"',
  "a raw NUL": '"\u0000"',
  "an escaped lone surrogate": '"\\ud800"',
  "a raw lone surrogate": '"\ud800"',
  "an escaped pair in the wrong order": '"\\udc00\\ud800"',
  "an integer beyond 2^53": "9007199254740993",
  "more digits than a double holds": "0.12345678901234567",
  "an exponent that overflows": "1e400",
  "an exponent that underflows": "1e-400",
  NaN: "NaN",
  Infinity: "Infinity",
  "a leading zero": "01",
  "a bare point": "1.",
  "a plus sign": "+1",
  "a trailing comma in a list": "[1,]",
  "a trailing comma in an object": '{"a":1,}',
  "a comment": "/* */ 1",
  "single quotes": "'a'",
  "an unfinished text": '"a',
  "an unfinished object": '{"a":1',
  "an unfinished list": "[1",
  "a second value": "1 2",
  "a raw line break in a text": '"a\nb"',
  "an unknown escape": '"\\x41"',
  nothing: "",
  "a byte order mark": "\ufeff1",
};

test.each(Object.keys(REFUSED))("refuses %s", (name) => {
  expect(parseStrictJson(REFUSED[name] ?? "")).toMatchObject({ ok: false });
});

test("keeps a number as written when a double holds it", () => {
  for (const text of [
    "0.1",
    "1e2",
    "-0",
    "9007199254740992",
    "123456789012.345",
    "5e-324",
    "1.50",
    "100000000000000000000",
  ]) {
    expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  }
});

test("takes nesting up to the bound and refuses one more, however deep the text goes", () => {
  expect(parseStrictJson(nested(JSON_DEPTH_MAX)).ok).toBe(true);
  expect(parseStrictJson(nested(JSON_DEPTH_MAX + 1)).ok).toBe(false);
  expect(parseStrictJson("[".repeat(500_000)).ok).toBe(false);
});

test("takes __proto__ and constructor as ordinary keys that change no prototype", () => {
  const read = parseStrictJson('{"__proto__":{"isOwner":true},"constructor":{"prototype":{"isOwner":true}}}');
  expect(read).toMatchObject({ ok: true });
  const value = read.ok ? read.value : undefined;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value ?? {})).toEqual(["__proto__", "constructor"]);
  expect("isOwner" in {}).toBe(false);
});

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

test("names the place", () => {
  expect(parseStrictJson('{"a":1,"a":2}')).toEqual({
    ok: false,
    error: { detail: 'The key "a" is there twice.', position: 10 },
  });
});
