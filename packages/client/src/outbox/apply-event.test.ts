import { describe, expect, test } from "vitest";
import { testRecord } from "../testing/sale-drafts.ts";
import { applyEvent, LEASE_MAX_MS, type RecordEvent } from "./apply-event.ts";
import type { OutboxRecord } from "./outbox-record.ts";

const NOW_MS = 1_000_000;
const inflight = (owner: string, expiresAtMs: number): OutboxRecord =>
  testRecord(1, { state: "inflight", lease: { owner, expiresAtMs } });
const lease = (owner: string, takesOver = false): RecordEvent => ({
  type: "lease",
  lease: { owner, expiresAtMs: NOW_MS + 1 },
  nowMs: NOW_MS,
  takesOver,
});
const release = (owner: string, countsAttempt = true): RecordEvent => ({
  type: "release",
  owner,
  countsAttempt,
  nextAttemptAtMs: 77,
});

describe("a lease", () => {
  test("keeps other drains off until it ends", () => {
    expect(applyEvent(inflight("a", NOW_MS + 1), lease("b"))).toBeUndefined();
    expect(applyEvent(inflight("a", NOW_MS), lease("b"))).toMatchObject({ lease: { owner: "b" } });
  });

  test("can be taken again by its own owner, and by whoever knows that the owner is gone", () => {
    expect(applyEvent(inflight("a", NOW_MS + 1), lease("a"))).toMatchObject({ lease: { owner: "a" } });
    expect(applyEvent(inflight("a", NOW_MS + 1), lease("b", true))).toMatchObject({ lease: { owner: "b" } });
  });

  test("that ends beyond any lease was written under another clock and does not hold", () => {
    expect(applyEvent(inflight("a", NOW_MS + LEASE_MAX_MS + 1), lease("b"))).toMatchObject({ lease: { owner: "b" } });
  });
});

describe("a release", () => {
  test("puts the record back for its owner alone, with the attempt counted or not", () => {
    const record = inflight("a", NOW_MS + 1);
    expect(applyEvent(record, release("b"))).toBeUndefined();
    expect(applyEvent(record, release("a"))).toMatchObject({ state: "queued", attempts: 1, nextAttemptAtMs: 77 });
    expect(applyEvent(record, release("a", false))).toMatchObject({ state: "queued", attempts: 0 });
  });
});

test("an answer applies also when the lease was lost meanwhile, for the server has spoken", () => {
  const result = { id: testRecord(1).id, status: "created" } as const;
  const acked = applyEvent(inflight("other", NOW_MS + 1), { type: "ack", result });
  expect(acked).toMatchObject({ state: "acked", lastResult: result });
  expect(acked).not.toHaveProperty("lease");
});

test("a record that is offered again keeps its bytes and its proof", () => {
  const result = { id: testRecord(1).id, status: "created", proof: "k1:abc" } as const;
  const acked = testRecord(1, { state: "acked", attempts: 4, lastResult: result });
  expect(applyEvent(acked, { type: "reoffer" })).toEqual({ ...acked, state: "queued", attempts: 0 });
});
