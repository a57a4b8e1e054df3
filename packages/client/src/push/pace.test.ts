import { PUSH_ITEMS_MAX } from "@duka/protocol";
import { describe, expect, test } from "vitest";
import { INITIAL_PACE, isRefusingAll, type Pace, paceAfterAnswer, paceAfterFailure, SUSPECTS_MAX } from "./pace.ts";

const QUICK_MS = 200;
const failing = (pace: Pace, ...deviceSeqs: number[]): Pace => paceAfterFailure(pace, deviceSeqs, false);
const refused = (pace: Pace, deviceSeq: number): Pace => paceAfterFailure(pace, [deviceSeq], true);
const range = (length: number): number[] => Array.from({ length }, (_, at) => at + 1);

describe("the size of a batch", () => {
  test("grows by a step with each quick answer, up to what a push may hold", () => {
    let pace = INITIAL_PACE;
    const sizes = range(30).map(
      () => (pace = paceAfterAnswer(pace, { items: pace.itemsMax, roundTripMs: QUICK_MS })).itemsMax,
    );
    expect(sizes.slice(0, 3)).toEqual([75, 100, 125]);
    expect(sizes.at(-1)).toBe(PUSH_ITEMS_MAX);
  });

  test("shrinks to what fits five seconds when the link is slow, but never to nothing", () => {
    expect(paceAfterAnswer(INITIAL_PACE, { items: 100, roundTripMs: 20_000 }).itemsMax).toBe(25);
    expect(paceAfterAnswer(INITIAL_PACE, { items: 1, roundTripMs: 29_000 }).itemsMax).toBe(1);
  });

  test("is halved by each failure until a record stands alone", () => {
    let pace = INITIAL_PACE;
    const sizes: number[] = [];
    while (pace.itemsMax > 1) {
      pace = failing(pace, ...range(pace.itemsMax));
      sizes.push(pace.itemsMax);
    }
    expect(sizes).toEqual([25, 12, 6, 3, 1]);
  });
});

describe("a record that fails alone", () => {
  test("is a suspect, and the next one gets its turn", () => {
    expect(failing(INITIAL_PACE, 4)).toMatchObject({ itemsMax: 1, resumeAfter: 4, suspects: [4] });
  });

  test("is forgotten as a suspect once an answer came: the cycle has isolated it", () => {
    const pace = paceAfterAnswer(failing(INITIAL_PACE, 4), { items: 1, roundTripMs: QUICK_MS });
    expect(pace).toMatchObject({ resumeAfter: 0, suspects: [] });
  });

  test("is no longer a suspect when so many failed that it must be the server", () => {
    const pace = range(SUSPECTS_MAX + 5).reduce((at, deviceSeq) => failing(at, deviceSeq), INITIAL_PACE);
    expect(pace.suspects).toHaveLength(SUSPECTS_MAX);
    expect(pace.resumeAfter).toBe(SUSPECTS_MAX + 5);
  });
});

describe("the server refuses everything", () => {
  test("after three single records in a row, or all there are", () => {
    const once = refused(INITIAL_PACE, 1);
    expect(isRefusingAll(once, 9)).toBe(false);
    expect(isRefusingAll(once, 1)).toBe(true);
    expect(isRefusingAll(refused(refused(once, 2), 3), 9)).toBe(true);
  });

  test("but not when one of them was accepted, or something else failed between", () => {
    const accepted = paceAfterAnswer(refused(INITIAL_PACE, 1), { items: 1, roundTripMs: QUICK_MS });
    expect(isRefusingAll(refused(refused(accepted, 2), 3), 9)).toBe(false);
    const between = failing(refused(INITIAL_PACE, 1), 2);
    expect(isRefusingAll(refused(refused(between, 3), 4), 9)).toBe(false);
  });
});
