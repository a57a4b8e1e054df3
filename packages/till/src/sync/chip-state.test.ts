import type { SyncState } from "@duka/client";
import { describe, expect, it } from "vitest";
import { chipStateOf } from "./chip-state.ts";

describe("the sync chip", () => {
  it("says where the sales are, always with the number that is unsent", () => {
    expect(chipStateOf(state({ unsent: 3 })).text).toBe("3 saved here");
    expect(chipStateOf(state({ unsent: 3, isPushing: true })).text).toBe("3 on the way");
    expect(chipStateOf(state({})).text).toBe("All in");
  });

  it("says why the queue is held, before anything else", () => {
    const held = { reason: "sign_in", detail: "401" } as const;
    expect(chipStateOf(state({ unsent: 2, held, isPushing: true })).text).toBe("2 saved: sign in");
    expect(chipStateOf(state({ unsent: 2, held: { ...held, reason: "revoked" } }))).toMatchObject({ tone: "stop" });
    expect(chipStateOf(state({ held })).text).toBe("Sign in");
  });

  it("shows a sale that needs a person without hiding what is unsent", () => {
    expect(chipStateOf(state({ unsent: 1, quarantined: 1 }))).toMatchObject({ text: "1 saved here", needsLook: true });
    expect(chipStateOf(state({ corrupt: 1 }))).toMatchObject({ text: "All in", needsLook: true });
    expect(chipStateOf(state({ unsent: 4 })).needsLook).toBe(false);
  });
});

function state(given: Partial<SyncState>): SyncState {
  return {
    unsent: 0,
    unsentValueMinor: 0,
    quarantined: 0,
    corrupt: 0,
    stuck: 0,
    isPushing: false,
    completeUpTo: 0,
    lastDeviceSeq: 0,
    ...given,
  };
}
