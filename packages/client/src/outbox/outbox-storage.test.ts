import { describe, expect, test } from "vitest";
import { type OutboxDevice, outboxHarnesses } from "../testing/outbox-harnesses.ts";
import { recordOf, TEST_SHOP_ID, testId } from "../testing/sale-drafts.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import type { OutboxRecord } from "./outbox-record.ts";

let minted = 0;
const seed = { shopId: TEST_SHOP_ID, newId: () => testId(0xf000 + (minted += 1)) };
const open = (device: OutboxDevice): Promise<Outbox> => openOutbox(device.open(), seed);
const enqueue = async (outbox: Outbox, id: string): Promise<OutboxRecord> =>
  (await outbox.enqueue(id, (allocation) => recordOf(allocation, id))).record;
const numbers = (records: readonly OutboxRecord[]): number[] => records.map((record) => record.deviceSeq);
const leaseAll = (outbox: Outbox, deviceSeqs: readonly number[]) =>
  outbox.apply(
    deviceSeqs.map((deviceSeq) => ({
      deviceSeq,
      event: { type: "lease", lease: { owner: "me", expiresAtMs: 1 }, nowMs: 0, takesOver: false },
    })),
  );
const ack = (outbox: Outbox, deviceSeqs: readonly number[]) =>
  outbox.apply(
    deviceSeqs.map((deviceSeq) => ({
      deviceSeq,
      event: { type: "ack", result: { id: testId(deviceSeq), status: "created" } },
    })),
  );

/** More calls than any operation under test makes. */
const CALLS_MAX = 200;

// One suite, every storage. The last two differ only in how a call fails.
describe.each(outboxHarnesses)("an outbox in $name", (harness) => {
  test("gives numbers without gaps and finds everything again after it was closed", async () => {
    const device = harness.newDevice();
    const first = await open(device);
    for (const number of [1, 2, 3]) await enqueue(first, testId(number));
    await first.close();
    const second = await open(device);
    await enqueue(second, testId(4));
    const records = await second.listUnsent();
    expect(numbers(records)).toEqual([1, 2, 3, 4]);
    expect(new Set(records.map((record) => record.incarnation)).size).toBe(1);
    await second.close();
  });

  test("numbers sales that are made at the same time one after another", async () => {
    const outbox = await open(harness.newDevice());
    const saved = await Promise.all([1, 2, 3, 4, 5].map((number) => enqueue(outbox, testId(number))));
    expect(numbers(saved).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect((await outbox.summary()).ledger).toMatchObject({
      lastDeviceSeq: 5,
      unsentCount: 5,
      unsentValueMinor: 1_750,
    });
    await outbox.close();
  });

  test("gives back the first recording when an id is saved again, and no second number", async () => {
    const outbox = await open(harness.newDevice());
    const first = await enqueue(outbox, testId(1));
    expect(await enqueue(outbox, testId(1))).toEqual(first);
    expect(numbers(await outbox.listUnsent())).toEqual([1]);
    await outbox.close();
  });

  test("keeps its sums in step with its records through every state", async () => {
    const outbox = await open(harness.newDevice());
    for (const number of [1, 2, 3, 4]) await enqueue(outbox, testId(number));
    await leaseAll(outbox, [1, 2, 3]);
    await ack(outbox, [1, 3]);
    const result = { id: testId(2), status: "quarantined" } as const;
    await outbox.apply([{ deviceSeq: 2, event: { type: "quarantine", result } }]);
    const { ledger } = await outbox.summary();
    expect(ledger).toMatchObject({ unsentCount: 1, unsentValueMinor: 350, ackedCount: 2, quarantinedCount: 1 });
    expect(ledger.confirmed).toEqual([[1, 3]]);
    expect(numbers(await outbox.listQuarantined())).toEqual([2]);
    expect(numbers(await outbox.listRecent(2))).toEqual([4, 3]);
    await outbox.close();
  });

  test("puts back exactly what a server says it lost, the oldest first and no more than asked", async () => {
    const outbox = await open(harness.newDevice());
    for (const number of [1, 2, 3, 4, 5]) await enqueue(outbox, testId(number));
    await ack(outbox, [1, 2, 3, 4]);
    expect(await outbox.reoffer([[2, 4]], 2)).toBe(2);
    expect(numbers(await outbox.listUnsent())).toEqual([2, 3, 5]);
    expect((await outbox.summary()).ledger.confirmed).toEqual([
      [1, 1],
      [4, 4],
    ]);
    await outbox.close();
  });

  test("never prunes what was not acknowledged", async () => {
    const outbox = await open(harness.newDevice());
    for (const number of [1, 2]) await enqueue(outbox, testId(number));
    await ack(outbox, [1]);
    await outbox.apply([1, 2].map((deviceSeq) => ({ deviceSeq, event: { type: "prune" } })));
    expect(numbers(await outbox.listRecent(9))).toEqual([2]);
    expect((await outbox.summary()).ledger.confirmed).toEqual([[1, 1]]);
    await outbox.close();
  });

  test("remembers which receipts nobody saw", async () => {
    const device = harness.newDevice();
    const outbox = await open(device);
    for (const number of [1, 2]) await enqueue(outbox, testId(number));
    await outbox.markReceiptSeen(testId(1));
    await outbox.close();
    const again = await open(device);
    expect(numbers(await again.listUnseenReceipts())).toEqual([2]);
    await again.close();
  });

  test("counts, shows and keeps damaged rows, and goes on with the others", async () => {
    const device = harness.newDevice();
    const outbox = await open(device);
    for (const number of [1, 2, 3, 4]) await enqueue(outbox, testId(number));
    await outbox.close();
    await device.damage(2, (record) => ({ ...record, body: `${String(record["body"])} ` }));
    await device.damage(3, ({ attempts: _lost, ...record }) => record);
    const again = await open(device);
    expect((await again.summary()).corruptCount).toBe(2);
    expect(numbers((await again.unsentAfter(0, 10)).records)).toEqual([1, 4]);
    const corrupt = await again.listCorrupt();
    expect(corrupt.map(({ deviceSeq, reason }) => [deviceSeq, reason])).toEqual([
      [2, "the body does not have its SHA-256"],
      [3, "field attempts is damaged"],
    ]);
    expect(corrupt[0]?.raw).toMatchObject({ id: testId(2) });
    expect((await enqueue(again, testId(5))).deviceSeq).toBe(5);
    await again.close();
  });

  test("notices damage to an acknowledged record when it is read", async () => {
    const device = harness.newDevice();
    const outbox = await open(device);
    for (const number of [1, 2]) await enqueue(outbox, testId(number));
    await ack(outbox, [1]);
    await device.damage(1, (record) => ({ ...record, body: "{}" }));
    expect((await outbox.summary()).corruptCount).toBe(0);
    expect(numbers(await outbox.listRecent(9))).toEqual([2]);
    expect((await outbox.summary()).corruptCount).toBe(1);
    await outbox.close();
  });

  test("keeps rows of a state it does not know, which a newer app may have written", async () => {
    const device = harness.newDevice();
    const outbox = await open(device);
    await enqueue(outbox, testId(1));
    await outbox.close();
    await device.damage(1, (record) => ({ ...record, state: "parked" }));
    const again = await open(device);
    expect(await again.listCorrupt()).toMatchObject([{ deviceSeq: 1, raw: { state: "parked" } }]);
    expect((await enqueue(again, testId(2))).deviceSeq).toBe(2);
    await again.close();
  });

  test("whichever storage call fails, a sale is reported saved only if it is there, and no number is used twice", async () => {
    let failures = 0;
    for (let call = 1; call <= CALLS_MAX; call += 1) {
      const device = harness.newDevice();
      const before = await open(device);
      await enqueue(before, testId(1));
      const fault = device.failCall(call);
      const isSaved = await enqueue(before, testId(2)).then(
        () => true,
        () => false,
      );
      fault.heal();
      await before.close();
      const after = await open(device);
      const ids = (await after.listUnsent()).map((record) => record.id);
      const allowed = isSaved ? [[testId(1), testId(2)]] : [[testId(1)], [testId(1), testId(2)]];
      expect(allowed).toContainEqual(ids);
      expect((await enqueue(after, testId(3))).deviceSeq).toBe(ids.length + 1);
      expect((await after.summary()).ledger.unsentCount).toBe(ids.length + 1);
      await after.close();
      if (!fault.failed()) break;
      expect(isSaved).toBe(false);
      failures += 1;
    }
    expect(failures).toBeGreaterThanOrEqual(4);
    expect(failures).toBeLessThan(CALLS_MAX);
  });

  test("whichever storage call fails while answers are applied, all of them count or none", async () => {
    let failures = 0;
    for (let call = 1; call <= CALLS_MAX; call += 1) {
      const device = harness.newDevice();
      const outbox = await open(device);
      for (const number of [1, 2, 3]) await enqueue(outbox, testId(number));
      const fault = device.failCall(call);
      await ack(outbox, [1, 2]).catch(() => undefined);
      fault.heal();
      await outbox.close();
      const after = await open(device);
      const unsent = numbers(await after.listUnsent());
      expect(unsent).toEqual(fault.failed() ? [1, 2, 3] : [3]);
      expect((await after.summary()).ledger).toMatchObject({
        unsentCount: unsent.length,
        ackedCount: 3 - unsent.length,
      });
      await after.close();
      if (!fault.failed()) break;
      failures += 1;
    }
    expect(failures).toBeGreaterThanOrEqual(4);
  });

  test("whichever storage call fails while it opens, it says so, and the next opening finds everything", async () => {
    const device = harness.newDevice();
    const first = await open(device);
    await enqueue(first, testId(1));
    await first.close();
    let failures = 0;
    for (let call = 1; call <= CALLS_MAX; call += 1) {
      const storage = device.open();
      const fault = device.failCall(call);
      const opened = await openOutbox(storage, seed).catch(() => undefined);
      fault.heal();
      await storage.close();
      if (!fault.failed()) break;
      expect(opened).toBeUndefined();
      failures += 1;
    }
    expect(failures).toBeGreaterThanOrEqual(4);
    const last = await open(device);
    expect(numbers(await last.listUnsent())).toEqual([1]);
    await last.close();
  });
});
