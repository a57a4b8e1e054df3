import { describe, expect, test } from "vitest";
import { HEARTBEAT_MS, HOLD_PROBE_MS } from "./push/decide-next.ts";
import { REQUEST_DEADLINE_MS } from "./push/send-push.ts";
import { answerOf, problemOf } from "./testing/push-answers.ts";
import { arrivedIds, newWorld, sell } from "./testing/test-world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe("the queue is held, and selling goes on,", () => {
  test.each([
    [401, "sign_in"],
    [403, "revoked"],
    [426, "update"],
  ])("on %i; asking again lifts it", async (status, reason) => {
    const world = newWorld();
    world.server.pushAnswer = problemOf(status, "Because.");
    const till = await world.start();
    till.duka.start();
    await sell(till, 2);
    await world.time.advance(MINUTE_MS);
    expect(till.duka.state.get()).toMatchObject({ unsent: 2, held: { reason, detail: "Because." } });
    expect((await till.duka.listUnsent()).map((record) => record.attempts)).toEqual([0, 0]);
    await sell(till, 1);
    await world.time.advance(MINUTE_MS);
    expect(world.server.pushes).toHaveLength(1);
    world.server.pushAnswer = undefined;
    till.duka.syncNow();
    await world.time.advance(MINUTE_MS);
    expect(till.duka.state.get()).not.toHaveProperty("held");
    expect(arrivedIds(world)).toHaveLength(3);
  });

  test("and it is lifted by itself once the server takes it again", async () => {
    const world = newWorld();
    world.server.pushAnswer = problemOf(401, "Expired.");
    const till = await world.start();
    till.duka.start();
    await world.time.advance(MINUTE_MS);
    world.server.pushAnswer = undefined;
    await world.time.advance(HOLD_PROBE_MS);
    expect(till.duka.state.get()).not.toHaveProperty("held");
  });
});

describe("a bad record never blocks another", () => {
  test("when the server falls over on it, it stands alone and the rest goes on", async () => {
    const world = newWorld();
    const till = await world.start();
    const ids = await sell(till, 30);
    world.server.poison.add(ids[0] ?? "").add(ids[11] ?? "");
    till.duka.start();
    await world.time.advance(15 * MINUTE_MS);
    expect(arrivedIds(world)).toHaveLength(28);
    expect(till.duka.state.get()).toMatchObject({ unsent: 2, stuck: 2 });
    world.server.poison.clear();
    await world.time.advance(60 * MINUTE_MS);
    expect(new Set(arrivedIds(world))).toEqual(new Set(ids));
    expect(till.duka.state.get()).toMatchObject({ unsent: 0, stuck: 0 });
  });

  test("when the server refuses its batch, likewise, and nothing is dropped", async () => {
    const world = newWorld();
    const till = await world.start();
    const ids = await sell(till, 10);
    world.server.unacceptable.add(ids[4] ?? "");
    till.duka.start();
    await world.time.advance(15 * MINUTE_MS);
    expect(arrivedIds(world)).toHaveLength(9);
    expect(till.duka.state.get()).toMatchObject({ unsent: 1, stuck: 1 });
    expect((await till.duka.listUnsent())[0]?.id).toBe(ids[4]);
  });

  test("when everything is refused the queue is held, and a new sale is still tried", async () => {
    const world = newWorld();
    const till = await world.start();
    const [bad = ""] = await sell(till, 1);
    world.server.unacceptable.add(bad);
    till.duka.start();
    await world.time.advance(MINUTE_MS);
    expect(till.duka.state.get()).toMatchObject({ unsent: 1, held: { reason: "refused", detail: "not acceptable" } });
    const [good] = await sell(till, 1);
    await world.time.advance(MINUTE_MS);
    expect(arrivedIds(world)).toEqual([good]);
    expect(till.duka.state.get()).not.toHaveProperty("held");
  });

  test("when the server can't read it, it is kept for the owner and shown", async () => {
    const world = newWorld();
    const till = await world.start();
    const ids = await sell(till, 3);
    world.server.unreadable.add(ids[1] ?? "");
    till.duka.start();
    await world.time.advance(MINUTE_MS);
    expect(till.duka.state.get()).toMatchObject({ unsent: 0, quarantined: 1, completeUpTo: 3 });
    expect(await till.duka.listQuarantined()).toMatchObject([{ id: ids[1], lastResult: { code: "unreadable" } }]);
  });
});

describe("waiting", () => {
  test("Retry-After is a floor that no wake-up goes below", async () => {
    const world = newWorld();
    world.server.pushAnswer = answerOf(503, "", { "retry-after": "120" });
    const till = await world.start();
    till.duka.start();
    await world.time.advance(1_000);
    for (let wake = 0; wake < 10; wake += 1) {
      till.wake();
      till.duka.syncNow();
      await sell(till, 1);
      await world.time.advance(11_000);
    }
    expect(world.server.pushes).toHaveLength(1);
    await world.time.advance(70_000);
    expect(world.server.pushes.length).toBeGreaterThan(1);
  });

  test("a request that never ends is given up at its deadline, and the same bytes are sent again", async () => {
    const world = newWorld();
    const till = await world.start();
    await sell(till, 1);
    world.link.faults = { ...world.link.faults, neverAnswered: 1 };
    till.duka.start();
    await world.time.advance(REQUEST_DEADLINE_MS - 1_000);
    world.link.faults = { ...world.link.faults, neverAnswered: 0 };
    await world.time.advance(MINUTE_MS);
    const sent = world.server.pushes.flatMap((push) => push.items);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map((item) => JSON.stringify(item))).size).toBe(1);
    expect(till.duka.state.get().unsent).toBe(0);
    expect(arrivedIds(world)).toHaveLength(1);
  });

  test("a till with nothing to send still reports now and then", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    await world.time.advance(3 * HEARTBEAT_MS + MINUTE_MS);
    expect(world.server.pushes).toHaveLength(4);
    expect(world.server.pushes.every((push) => push.items.length === 0)).toBe(true);
  });

  test("the watchdog starts a drain whose lock or storage never came back", async () => {
    const world = newWorld();
    let isStuck = true;
    const { environment } = await world.start();
    const till = await world.start({
      lock: {
        isExclusive: true,
        tryWithLock: (name, work) =>
          isStuck ? new Promise(() => undefined) : environment.lock.tryWithLock(name, work),
      },
    });
    till.duka.start();
    await sell(till, 1);
    await world.time.advance(MINUTE_MS);
    isStuck = false;
    expect(arrivedIds(world)).toEqual([]);
    await world.time.advance(4 * MINUTE_MS);
    expect(arrivedIds(world)).toHaveLength(1);
  });
});

describe("a server that went back in time", () => {
  test("gets back what it lost, with the proofs, though the till has nothing new to send", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    const [first = ""] = await sell(till, 1);
    await world.time.advance(MINUTE_MS);
    const backup = world.server.state;
    const later = await sell(till, 3);
    await world.time.advance(MINUTE_MS);
    world.server.restore(backup);
    expect(arrivedIds(world)).toEqual([first]);
    await world.time.advance(5 * MINUTE_MS);
    expect(new Set(arrivedIds(world))).toEqual(new Set([first, ...later]));
    const offered = world.server.pushes.flatMap((push) => push.items).filter((item) => item.proof !== undefined);
    expect(offered.map((item) => [item.id, item.proof])).toEqual(
      later.map((id) => [id, expect.stringMatching(/^k1:/)]),
    );
  });

  test("leaves old records on the device until every tested backup has them", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    await sell(till, 4);
    await world.time.advance(MINUTE_MS);
    world.time.sleep(34 * DAY_MS);
    world.server.durableThrough = 3;
    till.duka.syncNow();
    await world.time.advance(MINUTE_MS);
    expect(world.device.outbox.rows.size).toBe(4);
    world.time.sleep(2 * DAY_MS);
    till.duka.syncNow();
    await world.time.advance(MINUTE_MS);
    expect([...world.device.outbox.rows.keys()]).toEqual([4]);
    expect(till.duka.state.get()).toMatchObject({ completeUpTo: 4, unsent: 0 });
  });
});
