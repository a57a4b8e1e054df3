import { expect, test } from "vitest";
import { judgeNames, readAvoidedWords } from "./name-rules.ts";

const GLOSSARY = `
## Words to avoid

| avoid | say | because |
|---|---|---|
| store | shop | it also means storage |
`;
const avoided = readAvoidedWords(GLOSSARY);

test.each([
  ["packages/server/src/utils/money.ts", "export const a = 1;", "utils"],
  ["packages/server/src/sale-helper.ts", "export const a = 1;", "helper"],
  ["packages/server/src/sale.ts", "export class OutboxManager {}", "manager"],
  ["packages/server/src/sale-manager.ts", "export const a = 1;", "manager"],
  ["packages/server/src/sale.ts", "export type SaleInfo = string;", "info"],
  ["packages/server/src/common/sale.ts", "export const a = 1;", "common"],
  ["packages/server/src/sale.ts", "export function openStore() {}", 'says "shop"'],
])("%s with %s is refused", (path, text, problem) => {
  expect(judgeNames({ path, text }, avoided).map((violation) => violation.problem)).toEqual([
    expect.stringContaining(problem),
  ]);
});

test.each([
  ["packages/server/src/database/schema.ts", "export const informs = 1;"],
  ["packages/server/src/store-answers.ts", "export function storeAnswers() {}"],
  ["packages/server/src/stored-flags.ts", "export const flagsToStore = 1; export const isManagerOrOwner = 1;"],
  ["packages/server/src/common-passwords.ts", "export class FDBObjectStore {}"],
  ["tests/replay/data/retail.ts", "export const line = 1;"],
])("%s with %s is fine", (path, text) => {
  expect(judgeNames({ path, text }, avoided)).toEqual([]);
});
