import { expect, it } from "vitest";
import { parseUuid } from "./uuid.ts";

const CANONICAL = "0197c0de-5f00-7abc-8def-0123456789ab";

it.each([CANONICAL, CANONICAL.toUpperCase(), `{${CANONICAL}}`, CANONICAL.replaceAll("-", "")])("reads %s", (text) => {
  expect(parseUuid(text)).toBe(CANONICAL);
});

it.each([
  "",
  "0197c0de",
  `${CANONICAL}0`,
  `{${CANONICAL}`,
  ` ${CANONICAL}`,
  CANONICAL.replace("a", "g"),
  "0197c0de-5f007abc8def0123456789ab",
])("refuses %j", (text) => {
  expect(parseUuid(text)).toBeUndefined();
});
