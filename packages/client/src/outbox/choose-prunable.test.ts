import { expect, test } from "vitest";
import { testRecord } from "../testing/sale-drafts.ts";
import { ACKED_RECORDS_MAX, choosePrunable, KEEP_DAYS, type PruneRule } from "./choose-prunable.ts";

const DAY_MS = 86_400_000;
const NOW_MS = 1_000 * DAY_MS;
const aged = (deviceSeq: number, days: number) =>
  testRecord(deviceSeq, { state: "acked", occurredAtMs: NOW_MS - days * DAY_MS });
const rule = (changes: Partial<PruneRule>): PruneRule => ({
  acked: [aged(1, 90), aged(2, KEEP_DAYS + 1), aged(3, KEEP_DAYS - 1), aged(4, 90), aged(5, 90)],
  ackedCount: 5,
  durableThrough: 5,
  lastDeviceSeq: 9,
  nowMs: NOW_MS,
  ...changes,
});

test("a record goes when it is old and in every tested backup", () => {
  expect(choosePrunable(rule({ durableThrough: 4 }))).toEqual([1, 2, 4]);
});

test("age alone is not enough", () => {
  expect(choosePrunable(rule({ durableThrough: 0 }))).toEqual([]);
});

test("being in every backup alone is not enough", () => {
  expect(choosePrunable(rule({ acked: [aged(1, 2)] }))).toEqual([]);
});

test("the newest record stays, so that the count can be rebuilt from it", () => {
  expect(choosePrunable(rule({ lastDeviceSeq: 5 }))).toEqual([1, 2, 4]);
});

test("without backups nothing goes below the named bound, and above it the oldest", () => {
  expect(choosePrunable(rule({ durableThrough: null, ackedCount: ACKED_RECORDS_MAX }))).toEqual([]);
  expect(choosePrunable(rule({ durableThrough: null, ackedCount: ACKED_RECORDS_MAX + 2 }))).toEqual([1, 2]);
});
