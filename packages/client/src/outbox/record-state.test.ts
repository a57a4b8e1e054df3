import { describe, expect, test } from "vitest";
import { nextState, RECORD_EVENTS, RECORD_STATES, type RecordEventType, type RecordState } from "./record-state.ts";

// The arrows of sync.md §1 and §5, written down a second time; what is not here must be ignored.
const arrows: readonly [RecordState, RecordEventType, RecordState | "pruned"][] = [
  ["queued", "lease", "inflight"],
  ["queued", "ack", "acked"],
  ["queued", "quarantine", "quarantined"],
  ["queued", "isolate", "queued"],
  ["inflight", "lease", "inflight"],
  ["inflight", "ack", "acked"],
  ["inflight", "quarantine", "quarantined"],
  ["inflight", "release", "queued"],
  ["acked", "reoffer", "queued"],
  ["acked", "prune", "pruned"],
  ["quarantined", "reoffer", "queued"],
];

describe.each(RECORD_STATES)("a record that is %s", (state) => {
  test.each(RECORD_EVENTS)("does what the table says on %s", (event) => {
    const arrow = arrows.find(([from, on]) => from === state && on === event);
    expect(nextState(state, event)).toBe(arrow?.[2] ?? "ignored");
  });
});

test("only an acknowledged record can ever leave the device", () => {
  const pruned = RECORD_STATES.filter((state) => RECORD_EVENTS.some((event) => nextState(state, event) === "pruned"));
  expect(pruned).toEqual(["acked"]);
});
