import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { tillClock } from "./till-clock.ts";

const REAL_MS = 5_000;
const real = { nowMs: () => REAL_MS, monotonicMs: () => 1 };

test("a sale is saved at its own time, and nothing else is", async () => {
  const { clock, sellAt } = tillClock(real);
  const elsewhere = setImmediate().then(() => clock.nowMs());
  const seen = await sellAt(42, async () => {
    await setImmediate();
    return clock.nowMs();
  });
  expect(seen).toBe(42);
  expect(await elsewhere).toBe(REAL_MS);
  expect(clock.nowMs()).toBe(REAL_MS);
});

test("what a sale leaves running has the real time once the sale is saved", async () => {
  const { clock, sellAt } = tillClock(real);
  let later: Promise<number> | undefined;
  const saved = Promise.withResolvers<undefined>();
  await sellAt(42, async () => {
    later = saved.promise.then(() => clock.nowMs());
  });
  saved.resolve(undefined);
  expect(await later).toBe(REAL_MS);
});
