import { describe, expect, test } from "vitest";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { testId, testRecord } from "../testing/sale-drafts.ts";
import { type BatchLimits, chooseBatch } from "./choose-batch.ts";

const NOW_MS = 1_000_000_000;
const limits: BatchLimits = { itemsMax: 3, bytesMax: 1_000, nowMs: NOW_MS, owner: "me", takesOver: false };
const choose = (unsent: readonly OutboxRecord[], changes: Partial<BatchLimits> = {}, bytes = 100) => {
  const choice = chooseBatch(unsent, { ...limits, ...changes }, () => bytes);
  return { numbers: choice.records.map((record) => record.deviceSeq), nextDueMs: choice.nextDueMs };
};
const inflight = (deviceSeq: number, owner: string, expiresAtMs: number): OutboxRecord =>
  testRecord(deviceSeq, { state: "inflight", lease: { owner, expiresAtMs } });

test("records go in the order of their numbers, whatever their clocks say", () => {
  const unsent = [1, 2, 3, 4].map((deviceSeq) =>
    testRecord(deviceSeq, { occurredAtMs: 10 ** 12 - deviceSeq * 10 ** 9 }),
  );
  expect(choose(unsent).numbers).toEqual([1, 2, 3]);
});

test("a batch stays within its bytes, but a record that is too large alone still goes alone", () => {
  const unsent = [testRecord(1), testRecord(2)];
  expect(choose(unsent, {}, 600).numbers).toEqual([1]);
  expect(choose(unsent, {}, 5_000).numbers).toEqual([1]);
});

describe("a record in flight", () => {
  test("of another drain is left alone until its lease ends", () => {
    expect(choose([inflight(1, "other", NOW_MS + 40_000), testRecord(2)])).toEqual({
      numbers: [2],
      nextDueMs: NOW_MS + 40_000,
    });
    expect(choose([inflight(1, "other", NOW_MS)]).numbers).toEqual([1]);
  });

  test("of this drain, or of one that is known to be gone, is sent again at once", () => {
    expect(choose([inflight(1, "me", NOW_MS + 40_000)]).numbers).toEqual([1]);
    expect(choose([inflight(1, "other", NOW_MS + 40_000)], { takesOver: true }).numbers).toEqual([1]);
  });

  test("with a lease from a clock that was set back is not stuck", () => {
    expect(choose([inflight(1, "other", NOW_MS + 10 ** 9)]).numbers).toEqual([1]);
  });
});

describe("a record that is put off", () => {
  test("waits for its time without holding up the others", () => {
    const unsent = [testRecord(1, { nextAttemptAtMs: NOW_MS + 5_000 }), testRecord(2)];
    expect(choose(unsent)).toEqual({ numbers: [2], nextDueMs: NOW_MS + 5_000 });
  });

  test("beyond any wait there is was put off under another clock, and goes now", () => {
    expect(choose([testRecord(1, { nextAttemptAtMs: NOW_MS + 10 ** 10 })]).numbers).toEqual([1]);
  });
});

test("a record that travels alone goes after the others, and with nobody", () => {
  const unsent = [testRecord(1, { sendAlone: true }), testRecord(2), testRecord(3, { sendAlone: true })];
  expect(choose(unsent).numbers).toEqual([2]);
  expect(choose([unsent[0], unsent[2]].filter((record) => record !== undefined)).numbers).toEqual([1]);
});

describe("a refund", () => {
  const refund = testRecord(2, { dependsOn: testId(1) });

  test("goes after its own sale, in the same batch or a later one", () => {
    expect(choose([testRecord(1), refund]).numbers).toEqual([1, 2]);
    expect(choose([testRecord(1), refund], { itemsMax: 1 }).numbers).toEqual([1]);
  });

  test("waits while its sale is in flight or put off, and lets others pass", () => {
    expect(choose([inflight(1, "other", NOW_MS + 9), refund, testRecord(3)]).numbers).toEqual([3]);
    expect(choose([testRecord(1, { nextAttemptAtMs: NOW_MS + 9 }), refund]).numbers).toEqual([]);
  });

  test("goes when its sale is not unsent any more", () => {
    expect(choose([refund]).numbers).toEqual([2]);
  });
});
