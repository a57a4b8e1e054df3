import { expect, test } from "vitest";
import { readCode } from "../source-tree.ts";
import { listViolations } from "../violation.ts";
import { judgeSeams } from "./seam-rules.ts";

test("domain, protocol, client and server are given their clock, chance, timers and network", () => {
  expect(listViolations(readCode().flatMap(judgeSeams))).toEqual([]);
});

test.each([
  "const at = Date.now();",
  "const at = new Date();",
  "const draw = Math.random() < 0.5;",
  "export function now(clock = () => Date.now()) {}",
  "const environment = process.env.TZ;",
  "await fetch('/api/');",
  "setTimeout(() => {}, 1);",
  "const { env } = process;",
  "const get = () => fetch;",
  "console.log(1);",
])("the domain may not say %s", (text) => {
  expect(judgeSeams({ path: "packages/domain/src/sale.ts", text })).toHaveLength(1);
});

test.each([
  "const at = new Date(nowMs).toISOString();",
  "const sale = { process: true, fetch: 1 };",
  "const text = 'Date.now()'; // Math.random()",
  "const at = clock.now();",
])("the domain may say %s", (text) => {
  expect(judgeSeams({ path: "packages/domain/src/sale.ts", text })).toEqual([]);
});

test("the client touches the world in its environment folder only", () => {
  const text = "export const clock = { nowMs: () => Date.now() };";
  expect(judgeSeams({ path: "packages/client/src/environment/browser.ts", text })).toEqual([]);
  expect(judgeSeams({ path: "packages/client/src/push/push.ts", text })).toHaveLength(1);
});
